export { assignTexts } from './translation.actions';
export { translationRoutes } from './translation.routes';
