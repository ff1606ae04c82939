import { holidaysOf } from '../../lib/holidays';
import { plusDays, weekdayOf, type CalendarDate } from '../../lib/time';

/** Whether the district's offices work on that day: no Saturday, no Sunday, no holiday. */
export const isWorkingDay = (date: CalendarDate, extra: ReadonlySet<CalendarDate>): boolean =>
  weekdayOf(date) < 6 && !extra.has(date) && !holidaysOf(Number(date.slice(0, 4))).has(date);

/**
 * The day so many working days after a date; the day after it is the first (domain.md 12). `extra` are days off beside
 * the holidays that can be computed.
 */
export function addWorkingDays(from: CalendarDate, days: number, extra: ReadonlySet<CalendarDate>): CalendarDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = plusDays(date, 1);
    if (isWorkingDay(date, extra)) left -= 1;
  }
  return date;
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, extra: ReadonlySet<CalendarDate>): number {
  if (to < from) return -workingDaysBetween(to, from, extra);
  let count = 0;
  for (let date = from; date < to;) {
    date = plusDays(date, 1);
    if (isWorkingDay(date, extra)) count += 1;
  }
  return count;
}
