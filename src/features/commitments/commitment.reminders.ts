import { dateOf, plusDays, startOfDay, type CalendarDate } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { listSigners } from '../advice';
import { lateDay, type Promised } from './commitment';
import { lateKind, lateMail } from './commitment.emails';
import { listLatePromises } from './commitment.queries';

interface Subject {
  readonly promise: Promised;
  readonly day: CalendarDate;
}

/**
 * A promise whose day is over (messages.md): the authors hear of it on the first late day, the office then and each week after,
 * until it is done, dropped or has a new day.
 */
export const commitmentReminders = [
  reminder<Subject>({
    kind: lateKind,
    windowHours: 20,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const today = dateOf(now);
      return (await listLatePromises(db, today)).flatMap((promise) => {
        const day = lateDay(promise, today);
        return day === null ? [] : [{ promise, day }];
      });
    },
    moment: ({ day }) => startOfDay(day),
    compose: async (deps, { promise, day }) => {
      const office = await listPeopleWithRole(deps.db, 'staff', promise.collaborativeId, dateOf(deps.clock.now()));
      const staff = new Set(office.map(({ personId }) => personId));
      const signers = day === plusDays(promise.dueOn, 1) ? await listSigners(deps.db, promise.noteId) : [];
      const authors = await listRecipients(deps.db, [...new Set(signers.map(({ personId }) => personId))]);
      const all = [
        ...office.map((to) => ({ ...to, reader: 'office' as const })),
        ...authors.filter(({ personId }) => !staff.has(personId)).map((to) => ({ ...to, reader: 'author' as const })),
      ];
      return all.map((to) => lateMail({ t: deps.translate(to.locale), baseUrl: deps.baseUrl }, promise, day, to));
    },
    stillDue: async ({ db, clock }, mail) => {
      const late = await listLatePromises(db, dateOf(clock.now()));
      return late.some(({ id, dueOn }) => mail.dedupe_key.startsWith(`${lateKind}:${id}:${dueOn}:`));
    },
  }),
];
