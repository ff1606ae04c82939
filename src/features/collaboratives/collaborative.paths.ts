import { path } from '../../lib/path';

export const collaborativePaths = {
  index: path('/collaboratives'),
  find: path('/find'),
  settings: path('/staff/:slug/settings'),
  show: path('/:c'),
} as const;
