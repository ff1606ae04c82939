import { path } from '../../lib/path';

export const reportPaths = {
  show: path('/staff/cycles/:code/reports'),
  csv: path('/staff/cycles/:code/reports.csv'),
} as const;
