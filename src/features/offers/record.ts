import { readPageNumber } from '../../lib/numbered-pages';
import { fold } from '../../lib/text';
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

/** Which people of a record are listed. */
export interface RecordFilter {
  /** A candidacy's state; empty: every one. */
  readonly outcome: string;
  /** Part of a name or of a reference. */
  readonly text: string;
  readonly page: number;
}

/** Reads the filter of an address; anything odd is left out. */
export function recordFilterFrom(query: Readonly<Record<string, unknown>>): RecordFilter {
  const { outcome, q } = query;
  return {
    outcome: typeof outcome === 'string' && /^\w{1,20}$/.test(outcome) ? outcome : '',
    text: typeof q === 'string' ? q.slice(0, 100) : '',
    page: readPageNumber(query['page']),
  };
}

/** Whether somebody is listed: every word stands in the name or the reference, whatever its accents. */
export function isListed(
  { outcome, text }: Pick<RecordFilter, 'outcome' | 'text'>,
  person: { readonly status: string; readonly name: string; readonly reference: string },
): boolean {
  if (outcome !== '' && person.status !== outcome) return false;
  const found = fold(`${person.name} ${person.reference}`);
  return fold(text)
    .split(' ')
    .every((word) => found.includes(word));
}
