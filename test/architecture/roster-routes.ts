import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const sitting: readonly Kind[] = ['member', 'author', 'officer', 'otherMember', 'otherOfficer'];

/** Rosters as of a day, and who held a seat or sat where. */
export const rosterRoutes = [
  ...['/:c/roster', '/:c/roster.csv', '/:c/roster.json', '/:c/roster.pdf'].map((path) => get(path, kinds)),
  get('/:c/seats/:code', kinds, { at: { code: 'C-M1' } }),
  get('/people/:id/seats', kinds, { at: { id: 'officer' } }),
  get('/people/:id/photo', [], { at: { id: 'officer' }, visitors: 404 }),
  post('/people/:id/profile/removal', ['officer', 'staff', 'administrator'], { at: { id: 'officer' } }),
  get('/me/public-profile', sitting),
  post('/me/public-profile', sitting),
  get('/staff/:slug/roster', ['staff', 'administrator', 'approver']),
];
