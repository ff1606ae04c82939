export { lateEntryPaths } from './late-entry.paths';
export { lateEntryRoutes } from './late-entry.routes';
