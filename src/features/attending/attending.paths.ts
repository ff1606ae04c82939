import { path } from '../../lib/path';

export const attendingPaths = {
  answer: path('/coming/:token'),
} as const;
