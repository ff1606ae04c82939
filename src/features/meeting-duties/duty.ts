import { plusDays, plusElapsed, plusWallDays, type CalendarDate, type Instant } from '../../lib/time';

/** Days before a meeting on which those who run it are reminded to post its agenda (messages.md). */
export const postDays = [7, 5, 4] as const;
/** Hours before the last moment for posting in time at which they are told that it is nearly over. */
export const lastHours = 4;

/** Which reminder of an agenda: so many days before the meeting, or the last hours. */
export type PostStep = (typeof postDays)[number] | 'hours';

/** When each reminder to post is due: on the wall clock before the start, and elapsed hours before the last moment. */
export const postMoments = (startsAt: Instant, postBy: Instant): { readonly step: PostStep; readonly at: Instant }[] => [
  ...postDays.map((step) => ({ step, at: plusWallDays(startsAt, -step) })),
  { step: 'hours', at: plusElapsed(postBy, { hours: -lastHours }) },
];

/** Days before something is to be done on which its owner is reminded; then a day after, and weekly (messages.md). */
const taskDaysBefore = [7, 1] as const;
const daysBetweenLate = 7;

/** The newest day up to today on which the owner of something to be done is reminded of it; null before the first, or on the day it was noted. */
export function taskDay(dueOn: CalendarDate, notedOn: CalendarDate, today: CalendarDate): CalendarDate | null {
  const days = taskDaysBefore.map((count) => plusDays(dueOn, -count));
  for (let day = plusDays(dueOn, 1); day <= today; day = plusDays(day, daysBetweenLate)) days.push(day);
  const past = days.filter((day) => day > notedOn && day <= today);
  return past.at(-1) ?? null;
}
