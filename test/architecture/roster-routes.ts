import { kinds } from '../support/district/people';
import { get } from './route-promise';

/** Rosters as of a day, and who held a seat or sat where. */
export const rosterRoutes = [
  ...['/:c/roster', '/:c/roster.csv', '/:c/roster.json', '/:c/roster.pdf'].map((path) => get(path, kinds)),
  get('/:c/seats/:code', kinds, { at: { code: 'C-M1' } }),
  get('/people/:id/seats', kinds, { at: { id: 'officer' } }),
  get('/staff/:slug/roster', ['staff', 'administrator', 'approver']),
];
