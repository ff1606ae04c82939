export { commentsOnAgenda } from './comment.actions';
export { commentRoutes } from './comments.routes';
