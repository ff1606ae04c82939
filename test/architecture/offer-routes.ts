import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const own = { at: { ref: 'offerRef' }, visitors: 404 } as const;
const see: readonly Kind[] = ['staff', 'approver', 'administrator'];
const refused = { at: { ref: 'refusedRef' }, visitors: 404 } as const;
const letter = { at: { id: 'candidacy' } } as const;
const wording = { at: { letter: 'next' } } as const;
const extension = { version: '9', until: '2027-01-01', reason: 'Was away' };
const version = { version: '0' };

/** Releases, letters and offers. */
export const offerRoutes = [
  get('/applications/:ref/offer/:token', [], own),
  get('/applications/:ref/offer', ['invited'], own),
  get('/applications/:ref/offer-decline', ['invited'], own),
  post('/applications/:ref/acceptance', ['invited'], own),
  post('/applications/:ref/decline', ['invited'], own),
  post('/applications/:ref/offer-question', ['invited'], own),
  get('/staff/cycles/:code/:slug/offers', arrange),
  post('/staff/cycles/:code/:slug/offers/next', arrange, { fields: { seat: 'none', candidacy: '{candidacy}' } }),
  get('/staff/:slug/alternates', arrange),
  get('/staff/offers/:id', arrange, { at: { id: 'offer' } }),
  post('/staff/offers/:id/extension', ['staff'], { at: { id: 'offer' }, forbidden: [], fields: extension }),
  post('/staff/offer-questions/:id/answer', ['staff'], { at: { id: 'offerQuestion' }, fields: { version: '9', words: 'Yes.' } }),
  get('/applications/:ref/procedure-review', ['staff'], refused),
  post('/applications/:ref/procedure-review', ['staff'], { ...refused, fields: { candidacy: '{refusedCandidacy}', words: 'Why?' } }),
  get('/staff/cycles/:code/:slug/procedure-reviews', see),
  get('/staff/procedure-reviews/:id', see, { at: { id: 'procedureReview' } }),
  post('/staff/procedure-reviews/:id/answer', ['administrator'], {
    at: { id: 'procedureReview' },
    forbidden: ['staff', 'approver'],
    fields: { version: '9', outcome: 'upheld', words: 'All was in order.' },
  }),
  get('/staff/cycles/:code/:slug/record', see, { at: { code: '2026-summer' } }),
  get('/staff/cycles/:code/:slug/record/full', see, { at: { code: '2026-summer' } }),
  get('/staff/cycles/:code/:slug/record/:id', see, { at: { code: '2026-summer', id: 'refusedCandidacy' } }),
  get('/staff/cycles/:code/release', ['administrator']),
  post('/staff/cycles/:code/release', ['administrator'], { fields: { versions: 'none' } }),
  get('/staff/cycles/:code/:slug/release', arrange),
  post('/staff/cycles/:code/:slug/release', arrange, { fields: { version: '4' } }),
  get('/staff/cycles/:code/:slug/release/letters/:id', arrange, letter),
  get('/staff/cycles/:code/:slug/release/letters/:id/html', arrange, letter),
  post('/staff/cycles/:code/:slug/release/letters/:id', arrange, letter),
  post('/staff/cycles/:code/:slug/release/letters/:id/reset', arrange, { ...letter, fields: version }),
  get('/staff/cycles/:code/:slug/release/wording/:letter', arrange, wording),
  post('/staff/cycles/:code/:slug/release/wording/:letter', arrange, wording),
  post('/staff/cycles/:code/:slug/release/wording/:letter/reset', arrange, { ...wording, fields: version }),
];
