import type { LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';

/** All that the public index may ever hold. Nothing else has a door into it. */
export const documentKinds = ['meeting', 'item', 'paper', 'minutes', 'note', 'answer', 'person', 'collaborative'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Where documents come from; one source makes all of its documents anew. */
export type SourceKind = 'collaborative' | 'meeting' | 'note' | 'roster';

export interface Source {
  readonly kind: SourceKind;
  /** Id of the collaborative (also for `roster`), meeting or note. */
  readonly id: string;
}

/** What has to be said of a document wherever it is named; empty: nothing. */
export type DocumentState = '' | 'draft' | 'cancelled' | 'postponed';

/** The key of words whose language nobody has said: minutes, places, names of people and files. */
export const anyLanguage = 'und';

/** Something anyone may read, as the search finds and shows it. */
export interface PublicDocument {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly collaborativeId: string;
  /** What it is sorted and filtered by. */
  readonly day: CalendarDate;
  /** The last day on which it is true; null: no end is known. */
  readonly lastOn: CalendarDate | null;
  readonly state: DocumentState;
  readonly href: string;
  readonly title: LocalText;
  readonly body: LocalText;
  /** Found by these too, though they are not shown: what it is called, whose it is, its date. */
  readonly more: readonly string[];
  /** Collaboratives whose it is. */
  readonly bodyIds: readonly string[];
}

const daysAtMost = 1_000_000;

/** The first place of a day: places sort documents by day, and tell those of one day apart. Fits a double until the year 24,000. */
export const firstPlaceOf = (day: CalendarDate): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) * daysAtMost;

/** The first place after a day. */
export const placeAfter = (day: CalendarDate): number => firstPlaceOf(day) + daysAtMost;

/** The languages a document can be read in; words of no language count for each. */
export const languagesOf = ({ title, body }: Pick<PublicDocument, 'title' | 'body'>, locales: readonly string[]): string[] => {
  const written = [title, body].flatMap((text) => Object.entries(text).flatMap(([locale, words]) => (words === '' ? [] : [locale])));
  const said = locales.filter((locale) => written.includes(locale));
  return said.length === 0 ? [...locales] : said;
};
