import { plusDays, plusMonths, startOfDay, weekdayOf, type CalendarDate, type Instant } from '../../lib/time';
import { meetingKinds, type MeetingKind } from './meeting';

export const calendarViews = ['list', 'month'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** What of the calendar is asked for; each is an address that can be shared. */
export interface CalendarWish {
  readonly view: CalendarViewName;
  /** Slug of a collaborative; empty: all. */
  readonly c: string;
  readonly kind: MeetingKind | '';
  readonly year: number;
  /** `YYYY-MM`, in that year. */
  readonly month: string;
}

type Query = Readonly<Record<string, unknown>>;

/** Reads an address; what is odd in it counts as not said. */
export function calendarWish(query: Query, today: CalendarDate): CalendarWish {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(text('month')) ? text('month') : today.slice(0, 7);
  const view = calendarViews.find((name) => name === text('view')) ?? 'list';
  const year = /^20\d\d$/.test(text('year')) ? text('year') : month.slice(0, 4);
  return {
    view,
    c: text('c'),
    kind: meetingKinds.find((kind) => kind === text('kind')) ?? '',
    year: Number(view === 'month' ? month.slice(0, 4) : year),
    month,
  };
}

export interface Span {
  readonly from: Instant;
  /** This moment is no longer part of it. */
  readonly to: Instant;
}

/** The moments a wish is about: a year, or a month. */
export function spanOf({ view, year, month }: CalendarWish): Span {
  if (view === 'month') return { from: startOfDay(`${month}-01`), to: startOfDay(plusMonths(`${month}-01`, 1)) };
  return { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
}

/** The weeks of a month from Sunday to Saturday; days of the months beside it are null. */
export function weeksOf(month: string): (CalendarDate | null)[][] {
  const first = `${month}-01`;
  const weeks: (CalendarDate | null)[][] = [];
  for (let day = plusDays(first, -(weekdayOf(first) % 7)); day.slice(0, 7) <= month; day = plusDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => plusDays(day, index)).map((date) => (date.startsWith(month) ? date : null)));
  return weeks;
}

/** The month before or after, as `YYYY-MM`. */
export const monthBeside = (month: string, by: number): string => plusMonths(`${month}-01`, by).slice(0, 7);
