export { assignTexts } from './translation.actions';
export { readSource, saveWords } from './source.actions';
export { seenOf } from './source';
export { translationRoutes } from './translation.routes';
