export { optIn, showMyself, writeTo } from './directory.actions';
export { directoryPaths } from './directory.paths';
export { directoryRoutes } from './directory.routes';
export { directoryPolicy } from './directory.policy';
