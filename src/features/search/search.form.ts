import { localeCodes } from '../../i18n/locales';
import { decodeCursor } from '../../lib/pagination';
import { documentKinds, type DocumentKind } from './document';
import type { Group } from './search.queries';

/** Where a page of results begins: after this place of this group. */
export interface Start {
  readonly group: Group;
  readonly before: number | null;
}

/** What of the search is asked for; each is an address that can be shared. */
export interface SearchWish {
  readonly q: string;
  readonly kind: DocumentKind | '';
  /** Slug of a collaborative; empty: all. */
  readonly c: string;
  /** `YYYY`; empty: all. */
  readonly year: string;
  /** Language it can be read in; empty: all. */
  readonly written: string;
  readonly start: Start;
}

type Query = Readonly<Record<string, unknown>>;

/** Most characters of a search that are read. */
export const longestSearch = 200;

/** Reads an address; what is odd in it counts as not said. */
export function searchWish(query: Query): SearchWish {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  return {
    q: text('q')
      .replace(/\u0000/g, '')
      .slice(0, longestSearch)
      .trim(),
    kind: documentKinds.find((kind) => kind === text('kind')) ?? '',
    c: text('c'),
    year: /^20\d\d$/.test(text('year')) ? text('year') : '',
    written: localeCodes.find((locale) => locale === text('written')) ?? '',
    start: startOf(text('after')),
  };
}

function startOf(after: string): Start {
  const cursor = decodeCursor(after);
  const before = Number(cursor?.id);
  const isRead = cursor !== undefined && (cursor.after === 'title' || cursor.after === 'text') && Number.isSafeInteger(before);
  return isRead ? { group: cursor.after, before } : { group: 'title', before: null };
}
