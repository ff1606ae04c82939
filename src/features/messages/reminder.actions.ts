import type { Deps } from '../../deps';
import { queueReminders, stillDueOf, type Reminder } from '../../mail/reminders';
import type { StillDue } from '../../mail/still-due';
import { adviceReminders } from '../advice';
import { commitmentReminders } from '../commitments';
import { agendaRequestReminders } from '../agenda-requests';
import { invitationStillDue } from '../accounts';
import { deputyReminders } from '../deputies';
import { attendingReminders } from '../attending';
import { attendanceReminders } from '../attendance';
import { draftReminders, draftStillDue } from '../drafts';
import { offerReminders } from '../offers';
import { slateReminders, slateStillDue } from '../selection';
import { guardianReminders } from '../guardians';
import { interestReminders } from '../standing-interest';
import { membershipReminders } from '../membership';
import { meetingDutyReminders } from '../meeting-duties';
import { onboardingReminders } from '../onboarding';
import { reviewReminders } from '../panels';
import { rightsReminders } from '../rights';
import { vacancyReminders } from '../vacancies';

/** Every rule of the table of reminders; a feature keeps its own in `<noun>.reminders.ts` and hands them up. */
const everyReminder: readonly Reminder[] = [
  ...draftReminders,
  ...offerReminders,
  ...guardianReminders,
  ...interestReminders,
  ...reviewReminders,
  ...onboardingReminders,
  ...rightsReminders,
  ...membershipReminders,
  ...vacancyReminders,
  ...attendingReminders,
  ...attendanceReminders,
  ...adviceReminders,
  ...commitmentReminders,
  ...meetingDutyReminders,
  ...agendaRequestReminders,
  ...slateReminders,
  ...deputyReminders,
];

/** Queues every reminder whose time has come; for the worker. */
export const scanReminders = (deps: Deps): Promise<void> => queueReminders(deps, everyReminder);

/** By kind: whether a reminder queued earlier, or a mail that asks for something, is still wanted. */
export const remindersStillDue: StillDue = { ...stillDueOf(everyReminder), ...draftStillDue, ...invitationStillDue, ...slateStillDue };
