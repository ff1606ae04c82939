import { path } from '../../lib/path';
import { advicePaths } from '../advice';

export const commitmentPaths = {
  all: path('/commitments'),
  ofBody: path('/:slug/commitments'),
  show: advicePaths.commitment,
  moving: path('/staff/commitments/:id'),
  moves: path('/staff/commitments/:id/moves'),
} as const;
