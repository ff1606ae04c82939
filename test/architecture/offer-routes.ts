import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const own = { at: { ref: 'offerRef' }, visitors: 404 } as const;
const letter = { at: { id: 'candidacy' } } as const;
const wording = { at: { letter: 'next' } } as const;
const version = { version: '0' };

/** Releases, letters and offers. */
export const offerRoutes = [
  get('/applications/:ref/offer/:token', [], own),
  get('/applications/:ref/offer', ['invited'], own),
  get('/applications/:ref/offer-decline', ['invited'], own),
  post('/applications/:ref/acceptance', ['invited'], own),
  post('/applications/:ref/decline', ['invited'], own),
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
