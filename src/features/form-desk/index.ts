export { formDeskRoutes } from './form-desk.routes';
