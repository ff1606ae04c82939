import { DateTime } from 'luxon';

/** A moment as ISO-8601 UTC text with milliseconds (`2026-11-21T20:00:00.000Z`): sorts as text in time order. */
export type Instant = string;

/** A calendar date as `YYYY-MM-DD`, meant in the district's zone. */
export type CalendarDate = string;

/** The zone in which people read and write times (product.md: Pacific time for people, UTC in storage). */
export const districtZone = 'America/Los_Angeles';

/** Luxon moment → Instant. Throws RangeError when the moment is invalid. */
export function toInstant(moment: DateTime): Instant {
  const text = moment.toUTC().toISO();
  if (text === null) throw new RangeError('not a moment in time');
  return text;
}

/** Instant → luxon moment in UTC. */
export const fromInstant = (instant: Instant): DateTime => DateTime.fromISO(instant, { zone: 'utc' });

/** Instant → luxon moment on the district's wall clock. */
export const onWallClock = (instant: Instant): DateTime => DateTime.fromISO(instant, { zone: districtZone });

/** The district's calendar date at a moment. */
export function dateOf(instant: Instant): CalendarDate {
  const date = onWallClock(instant).toISODate();
  if (date === null) throw new RangeError('not a moment in time');
  return date;
}

/** Moves a moment by elapsed time (72 hours are 72 hours on daylight-saving days too). */
export const plusElapsed = (instant: Instant, by: { hours?: number; minutes?: number; seconds?: number; milliseconds?: number }): Instant =>
  toInstant(fromInstant(instant).plus(by));

/** Moves a moment by whole days on the wall clock: the hour of day stays, whatever the clock change. */
export const plusWallDays = (instant: Instant, days: number): Instant => toInstant(onWallClock(instant).plus({ days }));

/** Elapsed hours from one moment to another, with fractions; negative when `to` lies before `from`. */
export const hoursBetween = (from: Instant, to: Instant): number => fromInstant(to).diff(fromInstant(from)).as('hours');

/** Moves a calendar date by whole days. */
export function plusDays(date: CalendarDate, days: number): CalendarDate {
  const moved = DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate();
  if (moved === null) throw new RangeError('not a calendar date');
  return moved;
}

/** Moves a calendar date by whole months; where the month is shorter, to its last day. */
export function plusMonths(date: CalendarDate, months: number): CalendarDate {
  const moved = DateTime.fromISO(date, { zone: 'utc' }).plus({ months }).toISODate();
  if (moved === null) throw new RangeError('not a calendar date');
  return moved;
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: CalendarDate): number => DateTime.fromISO(date, { zone: 'utc' }).weekday;

/** Whole days from one calendar date to another. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days;

export type WallTimeProblem = 'malformed' | 'nonexistent' | 'ambiguous';

const wallClock = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A wall-clock date and time of the district → the moment it names.
 * `nonexistent`: skipped by the change to daylight saving; `ambiguous`: happens twice, give `prefer` to choose.
 */
export function wallTime(
  date: CalendarDate,
  time: string,
  prefer?: 'earlier' | 'later',
): { instant: Instant } | { problem: WallTimeProblem } {
  const local = DateTime.fromISO(`${date}T${time}`, { zone: districtZone });
  if (!local.isValid || !wallClock.test(`${date} ${time}`)) return { problem: 'malformed' };
  if (local.toFormat('yyyy-MM-dd HH:mm') !== `${date} ${time}`) return { problem: 'nonexistent' };
  const possible = local.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  const [earlier, later] = possible;
  if (earlier === undefined || later === undefined) return { instant: toInstant(local) };
  if (prefer === undefined) return { problem: 'ambiguous' };
  return { instant: toInstant(prefer === 'earlier' ? earlier : later) };
}

/** The first moment of a calendar date in the district's zone. */
export const startOfDay = (date: CalendarDate): Instant => toInstant(DateTime.fromISO(date, { zone: districtZone }).startOf('day'));

/** A moment as the date and time parts of a staff form (`YYYY-MM-DD`, `HH:mm`), on the wall clock. */
export function wallParts(instant: Instant): { date: CalendarDate; time: string } {
  return { date: dateOf(instant), time: onWallClock(instant).toFormat('HH:mm') };
}
