export { reportPaths } from './reports.paths';
export { reportsRoutes } from './reports.routes';
