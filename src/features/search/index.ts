export { indexChanged, indexRosters, rebuildSearch } from './search-index.actions';
export { searchPaths } from './search.paths';
export { searchRoutes } from './search.routes';
