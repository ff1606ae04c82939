import { plusDays, wallTime, type CalendarDate, type Instant } from '../../lib/time';

/** Days from the day reviews are due on which a reviewer with open reviews is written to (messages.md: reviews open). */
export const reminderDays = [-7, -3, -1, 1, 3] as const;

/** How far a panel is. */
export interface Coverage {
  /** Applications to review. */
  readonly files: number;
  /** Applications with fewer complete reviews than the minimum. */
  readonly under: number;
  /** Reviews handed out and not complete. */
  readonly open: number;
  readonly lastCompletedAt: Instant | null;
}

/** Every application has its reviews and none is open any more. */
export const isAllIn = ({ files, under, open }: Coverage): boolean => files > 0 && under === 0 && open === 0;

/** Nine in the morning on a day of the district. */
export function morningOf(date: CalendarDate): Instant {
  const found = wallTime(date, '09:00', 'earlier');
  if (!('instant' in found)) throw new RangeError(`09:00 is ${found.problem}`);
  return found.instant;
}

/** When staff are told of coverage: once all reviews are in, else on the morning after the date. */
export const momentOfCoverage = (coverage: Coverage, reviewBy: CalendarDate): Instant =>
  isAllIn(coverage) && coverage.lastCompletedAt !== null && coverage.lastCompletedAt < morningOf(plusDays(reviewBy, 1))
    ? coverage.lastCompletedAt
    : morningOf(plusDays(reviewBy, 1));
