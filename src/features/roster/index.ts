export { showProfile } from './profile.actions';
export { consentText } from './profile.views';
export { listPhotoHashes } from './profile.queries';
export { rosterPaths } from './roster.paths';
export { rosterRoutes } from './roster.routes';
