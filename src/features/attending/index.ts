export { attendingReminders } from './attending.reminders';
export { attendingRoutes } from './attending.routes';
export { loadExpectation } from './attending.queries';
