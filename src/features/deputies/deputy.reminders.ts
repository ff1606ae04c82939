import { dateOf, plusDays, plusElapsed, startOfDay } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import { mailsToBoth } from './deputy.actions';
import { overKind, overMail } from './deputy.emails';
import { listDeputiesOver, type NamedDeputy } from './deputy.queries';

/** Tells both on the morning after the last day. */
export const deputyReminders = [
  reminder<NamedDeputy>({
    kind: overKind,
    windowHours: 72,
    mayComeAtNight: false,
    subjects: ({ db }, now) => listDeputiesOver(db, plusDays(dateOf(now), -5), plusDays(dateOf(now), -1)),
    moment: ({ endsOn }) => plusElapsed(startOfDay(plusDays(endsOn, 1)), { hours: 9 }),
    compose: (deps, deputy) => mailsToBoth(deps, deputy, overMail),
    stillDue: async ({ db, clock }, mail) => {
      const today = dateOf(clock.now());
      return (await listDeputiesOver(db, plusDays(today, -10), plusDays(today, -1))).some(({ id }) => id === mail.about_id);
    },
  }),
];
