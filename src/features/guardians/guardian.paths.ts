import { path } from '../../lib/path';

export const guardianPaths = {
  answer: path('/guardian/:token'),
  paper: path('/staff/applications/:ref/guardian'),
} as const;
