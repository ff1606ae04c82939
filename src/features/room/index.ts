export { roomPaths } from './room.paths';
export { roomRoutes } from './room.routes';
