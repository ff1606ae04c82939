import type { Deps } from '../../deps';
import { inTransaction } from '../../db/database';
import { plusElapsed, plusWallDays, type Instant } from '../../lib/time';
import type { Email } from '../../mail/email';
import { unqueued } from '../../mail/mailbox';
import { queueEmails } from '../../mail/queue-email';
import type { StillDue } from '../../mail/still-due';
import { getCollaborative } from '../collaboratives';
import { meetingTomorrow, meetingTomorrowKind } from './meeting-reminder.emails';
import { isStillExpected, listExpected, listMeetingsBeginning } from './meeting-reminder.queries';
import { isDue, type ReminderTiming } from './reminder';

/** A kind of reminder: what there is to remind of, when, whom, and what makes it stop. */
interface ReminderRule<Subject> extends ReminderTiming {
  readonly kind: string;
  /** What may be due now; the moments decide. */
  readonly subjects: (deps: Deps, now: Instant, windowHours: number) => Promise<readonly Subject[]>;
  readonly moment: (subject: Subject) => Instant;
  /** The mails to everybody who is to get one, those queued before included. */
  readonly compose: (deps: Deps, subject: Subject) => Promise<readonly Email[]>;
  readonly stillDue: StillDue[string];
}

const rule = <Subject>(given: ReminderRule<Subject>) => ({
  kind: given.kind,
  stillDue: given.stillDue,
  emailsDue: async (deps: Deps): Promise<readonly Email[]> => {
    const now = deps.clock.now();
    const subjects = await given.subjects(deps, now, given.windowHours);
    const due = subjects.filter((subject) => isDue(given.moment(subject), now, given));
    return (await Promise.all(due.map((subject) => given.compose(deps, subject)))).flat();
  },
});

/** How far the night can put off a reminder, in hours. */
const longestNight = 11;

const rules = [
  rule({
    kind: meetingTomorrowKind,
    windowHours: 12,
    mayComeAtNight: false,
    subjects: ({ db }, now, windowHours) =>
      listMeetingsBeginning(db, now, plusElapsed(plusWallDays(now, 1), { hours: windowHours + longestNight })),
    moment: (meeting) => plusWallDays(meeting.startsAt, -1),
    compose: async (deps, meeting) => {
      const collaborative = await getCollaborative(deps.db, meeting.collaborativeId);
      const expected = await listExpected(deps.db, meeting);
      return expected.map((to) => meetingTomorrow(meeting, collaborative, { ...deps, to }));
    },
    stillDue: ({ db }, mail) => isStillExpected(db, { meetingId: mail.about_id, personId: mail.person_id, startsAt: mail.expires_at }),
  }),
];

/** Queues every reminder whose time has come, each occurrence once however often and by whomever it is run. */
export async function scanReminders(deps: Deps): Promise<void> {
  for (const { emailsDue } of rules) {
    await inTransaction(deps, async (tx) => {
      await queueEmails(tx, await unqueued(tx.db, await emailsDue(tx)));
    });
  }
}

/** By kind: whether a reminder queued earlier is still wanted. */
export const remindersStillDue: StillDue = Object.fromEntries(rules.map(({ kind, stillDue }) => [kind, stillDue]));
