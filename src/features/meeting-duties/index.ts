export { meetingDutyReminders } from './duty.reminders';
