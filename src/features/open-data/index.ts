export { openDataRoutes } from './open-data.routes';
