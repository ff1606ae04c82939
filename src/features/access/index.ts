export { accessRoutes } from './access.routes';
export { forgetAccess } from './access-request.actions';
