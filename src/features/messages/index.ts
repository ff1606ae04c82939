export { remindersStillDue, scanReminders } from './reminder.actions';
