export { useLateCodeFor } from './late-entry.actions';
export { lateEntryPaths } from './late-entry.paths';
export { lateEntryRoutes } from './late-entry.routes';
