export { listPhotoHashes } from './profile.queries';
export { rosterPaths } from './roster.paths';
export { rosterRoutes } from './roster.routes';
