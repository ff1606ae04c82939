import { pageOfRow, readPageNumber } from '../../lib/numbered-pages';
import { fold } from '../../lib/text';
import type { Board, BoardCandidate } from './board';

/** Which of the ranked people a board shows. */
export interface BoardFilter {
  readonly constituency: string;
  /** Part of a name or of a reference. */
  readonly text: string;
  readonly onlyUnplaced: boolean;
  /** From 1. */
  readonly page: number;
}

/** How many of the ranked people stand on one page of the board. */
export const rankedOnPage = 25;

export type BoardQuery = Readonly<Record<'constituency' | 'q' | 'unplaced' | 'page', string>>;

/** Reads the filter of an address; anything odd is left out. */
export function filterFrom(query: Readonly<Record<string, unknown>>): BoardFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.slice(0, 100) : '';
  };
  const constituency = text('constituency');
  return {
    constituency: /^\w*$/.test(constituency) ? constituency : '',
    text: text('q'),
    onlyUnplaced: text('unplaced') === '1',
    page: readPageNumber(query['page']),
  };
}

/** The filter as the query of an address. */
export const queryOf = ({ constituency, text, onlyUnplaced, page }: BoardFilter): BoardQuery => ({
  constituency,
  q: text,
  unplaced: onlyUnplaced ? '1' : '',
  page: page === 1 ? '' : String(page),
});

/** The ranked people whom a filter shows, on all of its pages. */
export function shownOf<Person extends Pick<BoardCandidate, 'id' | 'constituency' | 'name' | 'reference'>>(
  filter: BoardFilter,
  candidates: readonly Person[],
  entries: readonly { readonly candidacyId: string }[],
): Person[] {
  const placed = new Set(entries.map(({ candidacyId }) => candidacyId));
  return candidates.filter((candidate) => isShown(filter, candidate, placed.has(candidate.id)));
}

/** The same filter with the page on which somebody stands; as it is where they are on none. */
export function filterAt(filter: BoardFilter, { candidates, entries }: Pick<Board, 'candidates' | 'entries'>, id: string): BoardFilter {
  const index = shownOf(filter, candidates, entries).findIndex((candidate) => candidate.id === id);
  return index < 0 ? filter : { ...filter, page: pageOfRow(index, rankedOnPage) };
}

/** Whether somebody is shown; every word of the text must stand in the name or the reference, whatever its accents. */
export function isShown(
  filter: BoardFilter,
  candidate: Pick<BoardCandidate, 'constituency' | 'name' | 'reference'>,
  isPlaced: boolean,
): boolean {
  if (filter.onlyUnplaced && isPlaced) return false;
  if (filter.constituency !== '' && candidate.constituency !== filter.constituency) return false;
  const found = fold(`${candidate.name} ${candidate.reference}`);
  return fold(filter.text)
    .split(' ')
    .every((word) => found.includes(word));
}
