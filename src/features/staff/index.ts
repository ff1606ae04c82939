export { staffRoutes } from './desk.routes';
