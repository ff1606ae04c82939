import { path } from '../../lib/path';

export const membershipPaths = {
  seats: path('/staff/:slug/seats'),
  people: path('/staff/:slug/people'),
  plan: path('/staff/:slug/seat-plan'),
  newSeat: path('/staff/:slug/seat-plan/new'),
  seat: path('/staff/seats/:id'),
  forecast: path('/staff/:slug/forecast'),
  offices: path('/staff/:slug/offices'),
  office: path('/staff/:slug/office'),
  officeEnd: path('/staff/offices/:id/ending'),
  membership: path('/staff/memberships/:id'),
  ending: path('/staff/memberships/:id/ending'),
  takenBack: path('/staff/memberships/:id/ending/taken-back'),
  leave: path('/staff/memberships/:id/leave'),
  leaveEnd: path('/staff/memberships/:id/leaves/:leave/end'),
  next: path('/staff/memberships/:id/next-term'),
  move: path('/staff/memberships/:id/move'),
  resignation: path('/me/resignation'),
  resign: path('/me/seats/:id/resignation'),
  roster: path('/:c/roster'),
  rosterInside: path('/staff/:slug/roster'),
} as const;
