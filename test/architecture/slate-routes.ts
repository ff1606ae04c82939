import type { Kind } from '../support/district/people';
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
];
