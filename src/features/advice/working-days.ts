import { DateTime } from 'luxon';
import { plusDays, type CalendarDate } from '../../lib/time';

/** Whether the district's offices work on that day: no Saturday, no Sunday, no holiday. */
export const isWorkingDay = (date: CalendarDate, extra: ReadonlySet<CalendarDate>): boolean =>
  weekday(date) < 6 && !extra.has(date) && !holidaysOf(Number(date.slice(0, 4))).has(date);

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

const years = new Map<number, ReadonlySet<CalendarDate>>();

/** The holidays of a year on the days they are kept: Saturday's on Friday, Sunday's on Monday. Kept once computed. */
export function holidaysOf(year: number): ReadonlySet<CalendarDate> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const made = new Set([...fixed(year).map(observed), ...moving(year)]);
  years.set(year, made);
  return made;
}

/** New Year, Cesar Chavez Day, Juneteenth, Independence Day, Veterans Day, Christmas Eve and Day, New Year's Eve. */
const fixed = (year: number): CalendarDate[] =>
  ['01-01', '03-31', '06-19', '07-04', '11-11', '12-24', '12-25', '12-31'].map((day) => `${year}-${day}`);

/** Martin Luther King Day, Presidents' Day, Memorial Day, Labor Day, Thanksgiving and the day after. */
function moving(year: number): CalendarDate[] {
  const thanksgiving = nthWeekday(year, 11, 4, 4);
  return [
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    nthWeekday(year, 9, 1, 1),
    thanksgiving,
    plusDays(thanksgiving, 1),
  ];
}

function nthWeekday(year: number, month: number, day: number, nth: number): CalendarDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return plusDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

function lastMonday(year: number, month: number): CalendarDate {
  const next = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const back = (weekday(next) + 6) % 7;
  return plusDays(next, back === 0 ? -7 : -back);
}

const observed = (date: CalendarDate): CalendarDate => plusDays(date, weekday(date) === 6 ? -1 : weekday(date) === 7 ? 1 : 0);

/** 1 is Monday, 7 is Sunday. */
const weekday = (date: CalendarDate): number => DateTime.fromISO(date, { zone: 'utc' }).weekday;
