import { inTransaction } from '../db/database';
import type { Deps } from '../deps';
import type { Instant } from '../lib/time';
import type { Email } from './email';
import { unqueued } from './mailbox';
import { queueEmails } from './queue-email';
import { isDue, type ReminderTiming } from './reminder-timing';
import type { StillDue } from './still-due';

/** A kind of reminder: what there is to remind of, when, whom, and what makes it stop. */
interface ReminderRule<Subject> extends ReminderTiming {
  readonly kind: string;
  /** What may be due now; the moments decide. */
  readonly subjects: (deps: Deps, now: Instant, windowHours: number) => Promise<readonly Subject[]>;
  /** When it is to go out; one subject for each occurrence. */
  readonly moment: (subject: Subject) => Instant;
  /** The mails to everybody who is to get one, those queued before included. */
  readonly compose: (deps: Deps, subject: Subject) => Promise<readonly Email[]>;
  /** Asked again just before it is sent. */
  readonly stillDue: StillDue[string];
}

/** A rule that a feature hands up to the scan. */
export interface Reminder {
  readonly kind: string;
  readonly stillDue: StillDue[string];
  readonly emailsDue: (deps: Deps) => Promise<readonly Email[]>;
}

/** How far the night can put off a reminder, in hours. */
export const longestNight = 11;

/** Makes a rule of the table of reminders (messages.md). */
export const reminder = <Subject>(given: ReminderRule<Subject>): Reminder => ({
  kind: given.kind,
  stillDue: given.stillDue,
  emailsDue: async (deps) => {
    const now = deps.clock.now();
    const subjects = await given.subjects(deps, now, given.windowHours);
    const due = subjects.filter((subject) => isDue(given.moment(subject), now, given));
    return (await Promise.all(due.map((subject) => given.compose(deps, subject)))).flat();
  },
});

/** Queues every reminder whose time has come, each occurrence once however often and by whomever it is run. */
export async function queueReminders(deps: Deps, reminders: readonly Reminder[]): Promise<void> {
  for (const { emailsDue } of reminders) {
    await inTransaction(deps, async (tx) => {
      await queueEmails(tx, await unqueued(tx.db, await emailsDue(tx)));
    });
  }
}

/** By kind: whether a reminder queued earlier is still wanted. */
export const stillDueOf = (reminders: readonly Reminder[]): StillDue =>
  Object.fromEntries(reminders.map(({ kind, stillDue }) => [kind, stillDue]));
