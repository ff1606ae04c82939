import type { Db } from '../../db/database';
import { encodeCursor } from '../../lib/pagination';
import type { CalendarDate } from '../../lib/time';
import type { SearchWish } from './search.form';
import { plain, scopeWord, soughtBeginnings, titleWord } from './search-words';
import { countDocuments, findDocuments, type FoundDocument, type Group, type Wanted } from './search.queries';

/** Results on one page. */
export const resultsAtOnce = 20;

/** Results are counted up to here. */
export const countedAtMost = 200;

export interface Results {
  /** The beginnings of words that were looked for, to be marked. */
  readonly beginnings: readonly string[];
  readonly documents: readonly FoundDocument[];
  /** How many there are; `countedAtMost` stands for more. */
  readonly count: number;
  /** The cursor of the next page, or null at the end. */
  readonly next: string | null;
}

interface Within {
  /** Id of the collaborative that the wish names; null: of all. */
  readonly bodyId: string | null;
  readonly today: CalendarDate;
}

/** What a wish finds, a page at a time; null where it holds no word to look for. At most three queries. */
export async function search(db: Db, wish: SearchWish, { bodyId, today }: Within): Promise<Results | null> {
  const beginnings = soughtBeginnings(wish.q);
  if (beginnings.length === 0) return null;
  const wanted: Wanted = {
    beginnings: beginnings.map(plain),
    titleBeginnings: beginnings.map(titleWord),
    scopes: scopesOf(wish, bodyId),
  };
  const found = await slice(db, wanted, wish, today);
  const shown = found.slice(0, resultsAtOnce);
  const last = shown.at(-1);
  return {
    beginnings,
    documents: shown.map(({ document }) => document),
    count: await countDocuments(db, wanted, { today, most: countedAtMost }),
    next: found.length > resultsAtOnce && last !== undefined ? encodeCursor({ after: last.group, id: String(last.document.place) }) : null,
  };
}

interface Hit {
  readonly group: Group;
  readonly document: FoundDocument;
}

/** One more than a page holds: titles first, and the rest of the page from the texts. */
async function slice(db: Db, wanted: Wanted, { start }: SearchWish, today: CalendarDate): Promise<Hit[]> {
  const most = resultsAtOnce + 1;
  const from = async (group: Group, before: number | null, room: number): Promise<Hit[]> =>
    room === 0 ? [] : (await findDocuments(db, wanted, { group, before, most: room, today })).map((document) => ({ group, document }));
  if (start.group === 'text') return from('text', start.before, most);
  const titles = await from('title', start.before, most);
  return [...titles, ...(await from('text', null, most - titles.length))];
}

const scopesOf = ({ kind, year, written }: SearchWish, bodyId: string | null): string[] => [
  ...(kind === '' ? [] : [scopeWord('kind', kind)]),
  ...(year === '' ? [] : [scopeWord('year', year)]),
  ...(written === '' ? [] : [scopeWord('written', written)]),
  ...(bodyId === null ? [] : [scopeWord('body', bodyId)]),
];
