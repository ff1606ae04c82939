import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const members: readonly Kind[] = ['member', 'author', 'officer'];
const seesAnswers: readonly Kind[] = ['staff', 'approver', 'administrator'];
/** Notes of advice: written by members, answered by staff, signed by the approver. */
export const adviceRoutes = [
  ...['/advice/report', '/advice/report.csv', '/:slug/advice/report', '/:slug/advice/report.csv'].map((path) => get(path, kinds)),
  get('/advice/new', members, { at: { query: 'c=central' }, denied: 403 }),
  post('/advice', members, { fields: { collaborative: '{centralId}' }, denied: 403 }),
  get('/advice/:id/words', ['author'], { at: { id: 'draftNote' } }),
  post('/advice/:id/words', ['author'], { at: { id: 'draftNote' } }),
  ...['opening', 'withdrawal'].map((step) => post(`/advice/:id/${step}`, ['author'], { at: { id: 'draftNote' } })),
  post('/advice/:id/revision', ['author'], { at: { id: 'openNote' }, forbidden: ['member', 'officer'] }),
  post('/advice/:id/endorsement', ['member', 'officer'], { at: { id: 'openNote' }, forbidden: ['author'] }),
  post('/advice/:id/agenda-item', ['officer'], { at: { id: 'openNote' }, forbidden: ['member', 'author'] }),
  ...['delivery', 'closing'].map((step) => post(`/advice/:id/${step}`, ['officer'], { at: { id: 'answeredNote' }, denied: 403 })),
  get(
    '/me/advice',
    kinds.filter((kind) => kind !== 'visitor'),
  ),
  get('/staff/:slug/advice', seesAnswers),
  get('/staff/advice/:id', seesAnswers, { at: { id: 'waitingNote' } }),
  post('/staff/advice/:id/acknowledgement', ['staff'], { at: { id: 'deliveredNote' }, denied: 403 }),
  get('/staff/advice/:id/date', ['staff'], { at: { id: 'deliveredNote' }, denied: 403 }),
  ...['extension', 'question'].map((step) => post(`/staff/advice/:id/${step}`, ['staff'], { at: { id: 'deliveredNote' }, denied: 403 })),
  get('/advice/:id/reply', ['author', 'officer'], { at: { id: 'deliveredNote' }, denied: 403, gives: 409 }),
  post('/advice/:id/reply', ['author', 'officer'], { at: { id: 'deliveredNote' }, denied: 403 }),
  post('/staff/advice/:id/answer', ['staff'], { at: { id: 'deliveredNote' }, forbidden: ['approver', 'administrator'] }),
  get('/commitments', kinds),
  get('/:slug/commitments', kinds),
  get('/commitments/:id', kinds, { at: { id: 'commitment' } }),
  get('/staff/commitments/:id', ['staff'], { at: { id: 'commitment' }, denied: 403 }),
  post('/staff/commitments/:id/moves', ['staff'], {
    at: { id: 'commitment' },
    denied: 403,
    fields: { status: 'under_way', dueOn: '2027-03-01', words: 'Begun', version: '1' },
  }),
  ...['signature', 'return'].map((step) =>
    post(`/staff/advice/:id/${step}`, ['approver'], {
      at: { id: 'waitingNote' },
      denied: 403,
      fields: { version: '2', words: 'Once more.' },
    }),
  ),
];
