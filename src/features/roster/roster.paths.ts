import { path } from '../../lib/path';
import { membershipPaths } from '../membership';

export const rosterPaths = {
  roster: membershipPaths.roster,
  csv: path('/:c/roster.csv'),
  json: path('/:c/roster.json'),
  pdf: path('/:c/roster.pdf'),
  seat: path('/:c/seats/:code'),
  person: path('/people/:id/seats'),
  photo: path('/people/:id/photo'),
  removal: path('/people/:id/profile/removal'),
  profile: path('/me/public-profile'),
  inside: membershipPaths.rosterInside,
} as const;
