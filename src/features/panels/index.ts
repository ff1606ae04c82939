export { copyPanels } from './copy.actions';
export { assignEvenly } from './assignment';
export { requestReview } from './lower-choice.actions';
export { panelRoutes } from './panel.routes';
