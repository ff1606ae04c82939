import type { Deps } from '../../deps';
import { dateOf, plusWallDays, startOfDay, type CalendarDate, type Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { reminder } from '../../mail/reminders';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { bodyOf, getMeeting, postBy, type Meeting } from '../meetings';
import { officerRecipients } from '../membership';
import { postDays, postMoments, taskDay, type PostStep } from './duty';
import { postKind, taskKind, taskMail, toPostMail } from './duty.emails';
import { listOwnTasks, listToPost, type OwnTask } from './duty.queries';

interface ToPost {
  readonly meeting: Meeting;
  readonly postBy: Instant;
  readonly step: PostStep;
  readonly at: Instant;
}

/** How far ahead agendas are looked at: the first reminder, and a night that puts it off. */
const daysAhead = Math.max(...postDays) + 1;

const toPost = async ({ db }: Deps, now: Instant): Promise<ToPost[]> => {
  const found: ToPost[] = [];
  for (const meeting of await listToPost(db, now, plusWallDays(now, daysAhead))) {
    const { settings } = await bodyOf(db, meeting);
    const last = postBy(meeting, settings.noticeHours);
    if (last === null || now >= last) continue;
    // Of a meeting planned or moved since, that mail has said it already.
    const moments = postMoments(meeting.startsAt, last).filter(({ at }) => at > meeting.changedAt && at < last);
    found.push(...moments.map(({ step, at }) => ({ meeting, postBy: last, step, at })));
  }
  return found;
};

/** Officers and staff: the agenda is to be posted, 7, 5 and 4 days before and in the last hours; nobody once it is up or called off. */
const postRule = (kinds: readonly PostStep[], timing: { readonly windowHours: number; readonly mayComeAtNight: boolean }) =>
  reminder<ToPost>({
    kind: postKind,
    ...timing,
    subjects: async (deps, now) => (await toPost(deps, now)).filter(({ step }) => kinds.includes(step)),
    moment: ({ at }) => at,
    compose: async (deps, { meeting, postBy: last, step }) => {
      const collaborative = await bodyOf(deps.db, meeting);
      const runners = await runnersOf(deps, meeting.collaborativeId);
      return runners.map((to) =>
        toPostMail({ t: deps.translate(to.locale), baseUrl: deps.baseUrl }, { meeting, collaborative, postBy: last, step }, to),
      );
    },
    // Once its last moment is over, the mail has expired.
    stillDue: async ({ db }, mail) => (await getMeeting(db, mail.about_id)).status === 'scheduled',
  });

/** The staff and the officers of a body, each once. */
async function runnersOf({ db, clock }: Deps, collaborativeId: string): Promise<Recipient[]> {
  const today = dateOf(clock.now());
  const staff = await listPeopleWithRole(db, 'staff', collaborativeId, today);
  const all = [...staff, ...(await officerRecipients(db, collaborativeId, today))];
  return [...new Map(all.map((to) => [to.personId, to])).values()];
}

interface DueTask {
  readonly task: OwnTask;
  readonly day: CalendarDate;
}

const taskRule = reminder<DueTask>({
  kind: taskKind,
  windowHours: 20,
  mayComeAtNight: false,
  subjects: async ({ db }, now) => {
    const today = dateOf(now);
    return (await listOwnTasks(db, today)).flatMap((task) => {
      const day = taskDay(task.dueOn, dateOf(task.madeAt), today);
      return day === null ? [] : [{ task, day }];
    });
  },
  moment: ({ day }) => startOfDay(day),
  compose: async (deps, { task, day }) => {
    const today = dateOf(deps.clock.now());
    const owners = await listRecipients(deps.db, [task.ownerId]);
    return owners.map((to) => taskMail({ t: deps.translate(to.locale), baseUrl: deps.baseUrl }, task, { day, today }, to));
  },
  stillDue: async ({ db, clock }, mail) =>
    (await listOwnTasks(db, dateOf(clock.now()))).some(({ id, dueOn }) => mail.dedupe_key.startsWith(`${taskKind}:${id}:${dueOn}:`)),
});

/** What those who run meetings, and who promised something in one, are reminded of (messages.md). */
export const meetingDutyReminders = [
  postRule(postDays, { windowHours: 20, mayComeAtNight: false }),
  postRule(['hours'], { windowHours: 4, mayComeAtNight: true }),
  taskRule,
];
