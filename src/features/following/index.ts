export { followPaths } from './following.paths';
export { followingRoutes } from './following.routes';
export { followingStillDue, sendDigests, tellFollowers } from './telling.actions';
