export { callPaths } from './call.paths';
export { callsAbout } from './call.queries';
export { letterPaths } from './letter.paths';
export { invitationPaths, outreachPaths } from './outreach.paths';
export { outreachRoutes } from './outreach.routes';
