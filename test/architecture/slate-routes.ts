import { kinds, type Kind } from '../support/district/people';
import { get, post, type RoutePromise } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const propose = { forbidden: ['administrator'] as const };
const board = '/staff/cycles/:code/:slug/slate';
const whatIf = '/staff/cycles/:code/:slug/what-ifs';
const at = { whatIf: 'whatIf' };

/** Slates and what-if slates. */
export const slateRoutes: readonly RoutePromise[] = [
  get('/staff/cycles/:code/:slug/slate', arrange),
  get('/staff/cycles/:code/:slug/slate/candidacies/:id', arrange, { at: { id: 'candidacy' } }),
  ...['placement', 'removal', 'order', 'sending', 'recall'].map((step) =>
    post(`/staff/cycles/:code/:slug/slate/${step}`, ['staff'], {
      ...propose,
      fields: { version: '4', candidacy: '{candidacy}', seat: 'alternate', reason: '', words: '', move: '{candidacy}:up' },
    }),
  ),
  get(`${board}/choices`, arrange),
  get(`${board}/lower-choices`, arrange),
  post(`${board}/lower-choices/:id/review`, arrange, { at: { id: 'candidacy' } }),
  get(whatIf, arrange),
  post(whatIf, ['staff'], { ...propose, fields: { name: 'Another', beginning: 'by_rank', alternates: '2' } }),
  get(`${whatIf}/comparison`, arrange),
  get(`${whatIf}/:whatIf`, arrange, { at }),
  get(`${whatIf}/:whatIf/choices`, arrange, { at }),
  get(`${whatIf}/:whatIf/candidacies/:id`, arrange, { at: { ...at, id: 'candidacy' } }),
  ...['placement', 'removal', 'order', 'adoption', 'discarding'].map((step) =>
    post(`${whatIf}/:whatIf/${step}`, ['staff'], {
      ...propose,
      at,
      fields: {
        version: '1',
        slateVersion: '4',
        candidacy: '{candidacy}',
        seat: 'alternate',
        reason: '',
        words: '',
        move: '{candidacy}:up',
      },
    }),
  ),
  get('/lots/:id', kinds, { at: { id: 'lot' } }),
  get('/staff/cycles/:code/:slug/lots', [...arrange, 'approver']),
  post('/staff/cycles/:code/:slug/lots', ['staff'], {
    forbidden: ['administrator', 'approver'],
    fields: { candidacy: '{candidacy}', source: 'two_people', words: '', date: '2026-12-01', time: '18:00' },
  }),
  get('/staff/lots/:id', [...arrange, 'approver'], { at: { id: 'lot' } }),
  post('/staff/lots/:id/draw', ['staff', 'approver'], { ...propose, at: { id: 'lot' }, fields: { version: '1', seed: 'blue' } }),
  post('/staff/lots/:id/cancellation', ['staff'], {
    forbidden: ['administrator', 'approver'],
    at: { id: 'lot' },
    fields: { version: '1', reason: 'Nobody is tied any more.' },
  }),
  post('/staff/lots/:id/redraw', ['staff'], {
    forbidden: ['administrator', 'approver'],
    at: { id: 'lot' },
    fields: { version: '1', reason: 'The number was misprinted.', source: 'two_people', words: '', date: '2026-12-01', time: '18:00' },
  }),
];
