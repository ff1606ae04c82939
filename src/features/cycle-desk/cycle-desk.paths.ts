import { path } from '../../lib/path';

export const cycleDeskPaths = {
  show: path('/staff/cycles/:code'),
  step: path('/staff/cycles/:code/step'),
  cancellation: path('/staff/cycles/:code/cancellation'),
} as const;
