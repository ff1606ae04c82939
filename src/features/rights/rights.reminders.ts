import type { Deps } from '../../deps';
import { dateOf, plusElapsed, startOfDay } from '../../lib/time';
import type { Email } from '../../mail/email';
import { reminder } from '../../mail/reminders';
import { listPeopleWithRole } from '../accounts';
import { listHolds } from './request.queries';
import { dryRuns } from './rights.actions';
import { reviewKind, reviewMail } from './review.emails';

/** Each year on this day administrators are asked to look at how long records are kept; up to a week later where the worker stood still. */
const reviewDay = '01-15';
const windowHours = 24 * 7;

interface Review {
  readonly year: string;
}

export const rightsReminders = [
  reminder<Review>({
    kind: reviewKind,
    windowHours,
    mayComeAtNight: false,
    subjects: (_deps, now) => Promise.resolve([{ year: dateOf(now).slice(0, 4) }]),
    moment: ({ year }) => plusElapsed(startOfDay(`${year}-${reviewDay}`), { hours: 9 }),
    compose: composeReview,
    stillDue: () => Promise.resolve(true),
  }),
];

async function composeReview(deps: Deps, { year }: Review): Promise<readonly Email[]> {
  const runs = await dryRuns(deps);
  const holds = (await listHolds(deps.db)).length;
  const to = await listPeopleWithRole(deps.db, 'administrator', null, dateOf(deps.clock.now()));
  return to.map((one) => reviewMail(one, { t: deps.translate(one.locale), baseUrl: deps.baseUrl, year, runs, holds }));
}
