import { plusDays, weekdayOf, type CalendarDate } from './time';

export type HolidayName =
  | 'newYear'
  | 'kingDay'
  | 'presidentsDay'
  | 'chavezDay'
  | 'memorialDay'
  | 'juneteenth'
  | 'independenceDay'
  | 'laborDay'
  | 'veteransDay'
  | 'thanksgiving'
  | 'christmas'
  | 'newYearsEve';

const years = new Map<number, ReadonlyMap<CalendarDate, HolidayName>>();

/** The holidays of a year on the days they are kept (Saturday's on Friday, Sunday's on Monday) and on their own. Kept once computed. */
export function holidaysOf(year: number): ReadonlyMap<CalendarDate, HolidayName> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const made = new Map([...fixed(year), ...moving(year)]);
  years.set(year, made);
  return made;
}

/** The holiday on that day, if it is one. New Year's Day is kept on the last day of the year before when it is a Saturday. */
export const holidayOn = (date: CalendarDate): HolidayName | undefined => holidaysOf(Number(date.slice(0, 4))).get(date);

const fixed = (year: number): [CalendarDate, HolidayName][] =>
  (
    [
      ['01-01', 'newYear'],
      ['03-31', 'chavezDay'],
      ['06-19', 'juneteenth'],
      ['07-04', 'independenceDay'],
      ['11-11', 'veteransDay'],
      ['12-24', 'christmas'],
      ['12-25', 'christmas'],
      ['12-31', 'newYearsEve'],
    ] as const
  ).flatMap(([day, name]) =>
    [...new Set([observed(`${year}-${day}`), `${year}-${day}`])].map((date): [CalendarDate, HolidayName] => [date, name]),
  );

function moving(year: number): [CalendarDate, HolidayName][] {
  const thanksgiving = nthWeekday(year, 11, 4, 4);
  return [
    [nthWeekday(year, 1, 1, 3), 'kingDay'],
    [nthWeekday(year, 2, 1, 3), 'presidentsDay'],
    [lastMonday(year, 5), 'memorialDay'],
    [nthWeekday(year, 9, 1, 1), 'laborDay'],
    [thanksgiving, 'thanksgiving'],
    [plusDays(thanksgiving, 1), 'thanksgiving'],
  ];
}

function nthWeekday(year: number, month: number, day: number, nth: number): CalendarDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return plusDays(first, ((day - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function lastMonday(year: number, month: number): CalendarDate {
  const next = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const back = (weekdayOf(next) + 6) % 7;
  return plusDays(next, back === 0 ? -7 : -back);
}

const observed = (date: CalendarDate): CalendarDate => plusDays(date, weekdayOf(date) === 6 ? -1 : weekdayOf(date) === 7 ? 1 : 0);
