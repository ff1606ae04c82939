export { dropOldTries, takeRoster } from './imports.actions';
export { importPaths } from './imports.paths';
export { importsRoutes } from './imports.routes';
