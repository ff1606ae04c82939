import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const signedIn = kinds.filter((kind) => kind !== 'visitor');
const arrange: readonly Kind[] = ['staff', 'administrator'];
const reviewers: readonly Kind[] = ['reviewer', 'otherReviewer'];

/** Panels, assignment and reviews. */
export const reviewRoutes = [
  get('/staff/cycles/:code/:slug/panel', arrange),
  post('/staff/cycles/:code/:slug/panel/member', arrange),
  post('/staff/cycles/:code/:slug/panel/members/:id/removal', arrange, { at: { id: 'panelMember' } }),
  get('/staff/cycles/:code/:slug/panel/assignment', arrange),
  post('/staff/cycles/:code/:slug/panel/assignment', arrange),
  post('/staff/cycles/:code/:slug/panel/members/:id/limits', arrange, { at: { id: 'panelMember' }, fields: { most: '5', note: '' } }),
  get('/staff/cycles/:code/:slug/panel/conflicts', arrange),
  post('/staff/cycles/:code/:slug/panel/conflicts/verdict', arrange, {
    fields: { candidacy: '{candidacyBo}', reviewer: '{panelMember}', verdict: 'dismissed', before: '', words: 'No tie.' },
  }),
  get('/staff/cycles/:code/:slug/panel/report', arrange),
  get('/staff/candidacies/:id/hidden', arrange, { at: { id: 'candidacy' } }),
  post('/staff/candidacies/:id/hidden/words', arrange, { at: { id: 'candidacy' }, fields: { question: 'reasons', words: 'children' } }),
  post('/staff/candidacies/:id/hidden/:redaction/removal', arrange, { at: { id: 'candidacy', redaction: 'redaction' } }),
  get('/staff/candidacies/:id', arrange, { at: { id: 'candidacy' } }),
  post('/staff/candidacies/:id/assignment', arrange, { at: { id: 'candidacy' } }),
  get('/reviews', signedIn),
  get('/reviews/guide', signedIn),
  post('/reviews/acknowledgement', signedIn),
  get('/reviews/reading', reviewers),
  post('/reviews/reading', reviewers, { fields: { languages: 'en' } }),
  post('/reviews/reading/absences', reviewers, { fields: { from_on: '2026-12-01', to_on: '2026-12-02' } }),
  post('/reviews/reading/absences/:id/removal', ['reviewer'], { at: { id: 'absence' } }),
  post('/reviews/reading/conflicts', reviewers, { fields: { kind: 'person', name: 'Somebody Known' } }),
  post('/reviews/reading/conflicts/:id/removal', ['reviewer'], { at: { id: 'standingConflict' } }),
  get('/reviews/:id', ['reviewer'], { at: { id: 'review' } }),
  // A file of an application, once names show; none is there in the blind pass.
  get('/reviews/:id/files/:file', [], { at: { id: 'review', file: 'none' } }),
  post('/reviews/:id/draft', ['reviewer'], { at: { id: 'review' }, fields: { version: '1' } }),
  post('/reviews/:id/completion', ['reviewer'], { at: { id: 'review' }, fields: { version: '1' } }),
  post('/reviews/:id/comment', ['reviewer'], { at: { id: 'review' }, fields: { comment: 'A word.' } }),
  get('/reviews/:id/recusal', ['reviewer'], { at: { id: 'review' } }),
  post('/reviews/:id/recusal', ['reviewer'], { at: { id: 'review' }, fields: { ground: 'friend', words: 'We are friends.' } }),
];
