export { deskRoutes } from './desk.routes';
export { paperOf } from './packet.views';
