export { assignEvenly } from './assignment';
export { panelRoutes } from './panel.routes';
