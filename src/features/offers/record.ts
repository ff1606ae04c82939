import { plusDays, type CalendarDate } from '../../lib/time';

/** How long the record of decisions keeps names, and how long it is kept (domain.md 6: 2 years, then 5 more). */
export interface RecordTerms {
  readonly recordNamedYears: number;
  readonly recordNamelessYears: number;
}

/** The last day with names, and the last day of the record, counted from the release. */
export function recordDates(releasedOn: CalendarDate, terms: RecordTerms): { namedUntil: CalendarDate; keptUntil: CalendarDate } {
  const namedUntil = plusDays(yearsLater(releasedOn, terms.recordNamedYears), -1);
  return { namedUntil, keptUntil: plusDays(yearsLater(releasedOn, terms.recordNamedYears + terms.recordNamelessYears), -1) };
}

/** 29 February becomes 1 March where there is none. */
function yearsLater(date: CalendarDate, years: number): CalendarDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return plusDays(`${Number(year) + years}-${month}-01`, Number(day) - 1);
}

/** A line of the record that says who it is about. */
export interface Named {
  readonly name: string | null;
  readonly reference: string | null;
  /** Words in which people are named, or that they wrote. */
  readonly words: string | null;
}

/** The same lines without what says who they are about; scores, reasons and times stay. */
export const withoutNames = <Line extends Named>(lines: readonly Line[]): Line[] =>
  lines.map((line) => ({ ...line, name: null, reference: null, words: null }));
