import { path } from '../../lib/path';

export const membershipPaths = {
  seats: path('/staff/:slug/seats'),
  offices: path('/staff/:slug/offices'),
  office: path('/staff/:slug/office'),
  membership: path('/staff/memberships/:id'),
  ending: path('/staff/memberships/:id/ending'),
  roster: path('/:c/roster'),
} as const;
