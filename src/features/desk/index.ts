export { deskRoutes } from './desk.routes';
