export { mailDeskPaths } from './mail-desk.paths';
export { mailDeskRoutes } from './mail-desk.routes';
export { remindersStillDue, scanReminders } from './reminder.actions';
