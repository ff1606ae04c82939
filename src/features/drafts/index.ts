export { draftReminders } from './draft.reminders';
export { purgeDrafts } from './purge.actions';
