export { nameDeputy } from './deputy.actions';
export { deputyPaths } from './deputy.paths';
export { deputyReminders } from './deputy.reminders';
export { deputyRoutes } from './deputy.routes';
