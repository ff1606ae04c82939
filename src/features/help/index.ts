export { helpRoutes } from './help.routes';
export { helpPaths } from './help-request.paths';
