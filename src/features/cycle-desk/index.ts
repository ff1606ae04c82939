export { cycleDeskRoutes } from './cycle-desk.routes';
