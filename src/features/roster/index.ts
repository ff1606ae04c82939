export { rosterPaths } from './roster.paths';
export { rosterRoutes } from './roster.routes';
