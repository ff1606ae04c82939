import { path } from '../../lib/path';

export const collaborativePaths = {
  index: path('/collaboratives'),
  find: path('/find'),
  show: path('/:c'),
} as const;
