export { draftReminders, draftStillDue } from './draft.reminders';
export { purgeDrafts } from './purge.actions';
