import type { Deps } from '../../deps';
import { queueReminders, stillDueOf, type Reminder } from '../../mail/reminders';
import { draftReminders } from '../drafts';
import { offerReminders } from '../offers';
import { slateReminders } from '../selection';
import { guardianReminders } from '../guardians';
import { interestReminders } from '../standing-interest';
import { reviewReminders } from '../panels';
import { meetingReminders } from './meeting.reminders';

/** Every rule of the table of reminders; a feature keeps its own in `<noun>.reminders.ts` and hands them up. */
const everyReminder: readonly Reminder[] = [
  ...draftReminders,
  ...offerReminders,
  ...guardianReminders,
  ...interestReminders,
  ...reviewReminders,
  ...meetingReminders,
  ...slateReminders,
];

/** Queues every reminder whose time has come; for the worker. */
export const scanReminders = (deps: Deps): Promise<void> => queueReminders(deps, everyReminder);

/** By kind: whether a reminder queued earlier is still wanted. */
export const remindersStillDue = stillDueOf(everyReminder);
