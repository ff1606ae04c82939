export { invitationPaths, outreachPaths } from './outreach.paths';
export { outreachRoutes } from './outreach.routes';
