export { idOf, offered, shown, isRetired, type LinkedPriority, type Priority } from './priority';
export { addPriority, retirePriority, rewordPriority } from './priority.actions';
export { priorityAddress, priorityPaths } from './priority.paths';
export { priorityPolicy } from './priority.policy';
export { linkedPriority, linkPriority, listPriorities } from './priority.queries';
export { priorityRoutes } from './priority.routes';
export { priorityChoice, priorityName } from './priority.views';
