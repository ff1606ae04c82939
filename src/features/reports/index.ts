export { bars } from './chart';
export type { ChartView } from './chart.views';
export { reportPaths } from './reports.paths';
export { reportsRoutes } from './reports.routes';
