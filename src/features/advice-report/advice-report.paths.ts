import { path } from '../../lib/path';
import { advicePaths } from '../advice';

/** The report of all collaboratives together, and that of one. */
export const adviceReportPaths = {
  all: advicePaths.reportOfAll,
  allCsv: path('/advice/report.csv'),
  one: advicePaths.report,
  oneCsv: path('/:slug/advice/report.csv'),
} as const;
