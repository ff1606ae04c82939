import { plusDays, type CalendarDate } from '../../lib/time';

/** Days on which a reviewer does not read, both included. */
export interface Absence {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

/** Whether a reviewer is away on every day from today to the day reviews are due: they are given nothing. */
export function isAway(absences: readonly Absence[], today: CalendarDate, reviewBy: CalendarDate): boolean {
  const last = reviewBy < today ? today : reviewBy;
  let day = today;
  for (const { fromOn, toOn } of [...absences].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)))
    if (fromOn <= day && toOn >= day) day = plusDays(toOn, 1);
  return day > last;
}
