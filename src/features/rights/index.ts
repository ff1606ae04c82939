export { forgetMailBodies } from './rights.actions';
export { rightsReminders } from './rights.reminders';
export { rightsPaths } from './rights.paths';
export { rightsRoutes } from './rights.routes';
