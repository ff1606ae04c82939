export { topicPaths } from './topic.paths';
export { topicRoutes } from './topic.routes';
