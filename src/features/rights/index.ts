export { forgetMailBodies } from './rights.actions';
export { rightsPaths } from './rights.paths';
export { rightsRoutes } from './rights.routes';
