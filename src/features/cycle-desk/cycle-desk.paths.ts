import { path } from '../../lib/path';

export const cycleDeskPaths = {
  show: path('/staff/cycles/:code'),
  step: path('/staff/cycles/:code/step'),
  cancellation: path('/staff/cycles/:code/cancellation'),
  opening: path('/staff/cycles/:code/opening'),
  tick: path('/staff/cycles/:code/opening/tick'),
  schedule: path('/staff/cycles/:code/scheduling'),
  seats: path('/staff/cycles/:code/:slug/seats'),
  letters: path('/staff/cycles/:code/letters'),
} as const;
