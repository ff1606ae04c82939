import { path } from '../../lib/path';
import { membershipPaths } from '../membership';

export const rosterPaths = {
  roster: membershipPaths.roster,
  csv: path('/:c/roster.csv'),
  json: path('/:c/roster.json'),
  pdf: path('/:c/roster.pdf'),
  seat: path('/:c/seats/:code'),
  person: path('/people/:id/seats'),
  inside: membershipPaths.rosterInside,
} as const;
