export { formDeskPaths } from './form-desk.paths';
export { formDeskRoutes } from './form-desk.routes';
