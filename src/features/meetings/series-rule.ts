import { holidayOn, type HolidayName } from '../../lib/holidays';
import { plusDays, plusMonths, wallTime, weekdayOf, type CalendarDate, type Instant } from '../../lib/time';

export const weeksOfMonth = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type WeekOfMonth = (typeof weeksOfMonth)[number];

/** What becomes of a date on which the district is closed. */
export const holidayWays = ['next', 'previous', 'omit'] as const;
export type HolidayWay = (typeof holidayWays)[number];

/** "The first and third Thursday of each month at 18:00": on the district's wall clock, whatever the season. */
export interface SeriesRule {
  readonly weeks: readonly WeekOfMonth[];
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly starts: string;
  readonly ends: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly onHoliday: HolidayWay;
}

/** A day the district is closed: a holiday that is computed, or a day off with the name it was given. */
export type DayOff = { readonly holiday: HolidayName } | { readonly named: string };

/** Why a date of the rule has no meeting. */
export type Omission = 'holiday' | 'noFreeWeek' | 'taken' | 'past' | 'noSuchTime';

/** One date that the rule names, and what came of it. */
export interface SeriesDate {
  /** The day the rule names; never two alike in one series. */
  readonly nominal: CalendarDate;
  readonly dayOff: DayOff | null;
  readonly meets: { readonly date: CalendarDate; readonly startsAt: Instant; readonly endsAt: Instant } | null;
  readonly omitted: Omission | null;
}

/** At most so many weeks a date is moved because of days off. */
const mostWeeks = 4;

/**
 * Every date from `rule.from` to `rule.until` with its meeting or why it has none. Days off are moved by whole weeks, so
 * that the weekday stays; a day another date of the rule has already stays that one's.
 */
export function seriesDates(rule: SeriesRule, daysOff: ReadonlyMap<CalendarDate, string>, now: Instant): SeriesDate[] {
  const nominals = nominalDates(rule);
  const taken = new Set(nominals.filter((date) => dayOffOn(date, daysOff) === null));
  return nominals.map((nominal) => {
    const dayOff = dayOffOn(nominal, daysOff);
    if (dayOff === null) return settled(rule, nominal, null, nominal, now);
    if (rule.onHoliday === 'omit') return omitted(nominal, dayOff, 'holiday');
    const moved = freeWeek(nominal, rule.onHoliday === 'next' ? 7 : -7, daysOff);
    if (moved === null) return omitted(nominal, dayOff, 'noFreeWeek');
    if (taken.has(moved)) return omitted(nominal, dayOff, 'taken');
    taken.add(moved);
    return settled(rule, nominal, dayOff, moved, now);
  });
}

/** The day off on a date, if the district is closed then. */
export function dayOffOn(date: CalendarDate, daysOff: ReadonlyMap<CalendarDate, string>): DayOff | null {
  const holiday = holidayOn(date);
  if (holiday !== undefined) return { holiday };
  const named = daysOff.get(date);
  return named === undefined ? null : { named };
}

function nominalDates({ weeks, weekday, from, until }: SeriesRule): CalendarDate[] {
  const dates = new Set<CalendarDate>();
  for (let month = `${from.slice(0, 7)}-01`; month <= until; month = plusMonths(month, 1))
    for (const week of weeks) dates.add(dayIn(month, weekday, week));
  return [...dates].filter((date) => date >= from && date <= until).sort();
}

function dayIn(month: CalendarDate, weekday: number, week: WeekOfMonth): CalendarDate {
  const first = plusDays(month, (weekday - weekdayOf(month) + 7) % 7);
  if (week !== 'last') return plusDays(first, weeksOfMonth.indexOf(week) * 7);
  const fifth = plusDays(first, 28);
  return fifth.slice(0, 7) === month.slice(0, 7) ? fifth : plusDays(first, 21);
}

function freeWeek(nominal: CalendarDate, step: number, daysOff: ReadonlyMap<CalendarDate, string>): CalendarDate | null {
  for (let weeks = 1; weeks <= mostWeeks; weeks += 1) {
    const date = plusDays(nominal, step * weeks);
    if (dayOffOn(date, daysOff) === null) return date;
  }
  return null;
}

function settled(rule: SeriesRule, nominal: CalendarDate, dayOff: DayOff | null, date: CalendarDate, now: Instant): SeriesDate {
  const starts = wallTime(date, rule.starts, 'earlier');
  const ends = wallTime(date, rule.ends, 'later');
  if (!('instant' in starts) || !('instant' in ends)) return omitted(nominal, dayOff, 'noSuchTime');
  if (starts.instant <= now) return omitted(nominal, dayOff, 'past');
  return { nominal, dayOff, meets: { date, startsAt: starts.instant, endsAt: ends.instant }, omitted: null };
}

const omitted = (nominal: CalendarDate, dayOff: DayOff | null, why: Omission): SeriesDate => ({
  nominal,
  dayOff,
  meets: null,
  omitted: why,
});
