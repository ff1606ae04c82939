export { attendancePaths } from './attendance.paths';
export { attendanceReminders } from './attendance.reminders';
export { attendanceRoutes } from './attendance.routes';
