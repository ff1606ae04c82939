export { showProfile } from './profile.actions';
export { consentText } from './profile.views';
export { listPhotoHashes } from './profile.queries';
export { organizationOf, popoloOf, type Popolo, type PopoloOrganization } from './popolo';
export { rosterOn } from './roster';
export { rosterPaths } from './roster.paths';
export { rosterRoutes } from './roster.routes';
