export { attendanceReminders } from './attendance.reminders';
export { attendanceRoutes } from './attendance.routes';
