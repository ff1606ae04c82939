import { dateOf, plusDays, startOfDay, plusElapsed } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import type { Membership } from './membership';
import { termEnding, termEndingKind } from './membership.emails';
import { listTermsEnding } from './membership.queries';
import { lettersAbout } from './notices.actions';

interface Ending {
  readonly membership: Membership;
  readonly days: number;
}

/** Days before the end of a term on which its member and the staff are told (messages.md). */
const daysBefore = [90, 30];
const windowHours = 72;

export const membershipReminders = [
  reminder<Ending>({
    kind: termEndingKind,
    windowHours,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const today = dateOf(now);
      const lists = await Promise.all(
        daysBefore.map(async (days) => {
          const last = plusDays(today, days);
          // The night and a stopped worker may have put it off by as much as the window.
          return (await listTermsEnding(db, plusDays(last, -4), last)).map((membership) => ({ membership, days }));
        }),
      );
      return lists.flat();
    },
    moment: ({ membership, days }) => plusElapsed(startOfDay(plusDays(membership.termEndsOn, -days)), { hours: 9 }),
    compose: (deps, { membership, days }) => lettersAbout(deps, membership, (to, about) => termEnding(to, about, days)),
    stillDue: async ({ db, clock }, mail) => {
      const today = dateOf(clock.now());
      return (await listTermsEnding(db, today, plusDays(today, 91))).some(({ id }) => id === mail.about_id);
    },
  }),
];
