import { path } from '../../lib/path';

export const procedurePaths = {
  ask: path('/applications/:ref/procedure-review'),
  list: path('/staff/cycles/:code/:slug/procedure-reviews'),
  show: path('/staff/procedure-reviews/:id'),
  answer: path('/staff/procedure-reviews/:id/answer'),
} as const;
