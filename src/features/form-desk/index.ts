export { formDeskPaths } from './form-desk.paths';
export { rubricDeskPaths } from './rubric-desk.paths';
export { formDeskRoutes } from './form-desk.routes';
