import { fold } from '../../lib/text';
import type { BoardCandidate } from './board';

/** Which of the ranked people a board shows. */
export interface BoardFilter {
  readonly constituency: string;
  /** Part of a name or of a reference. */
  readonly text: string;
  readonly onlyUnplaced: boolean;
}

export type BoardQuery = Readonly<Record<'constituency' | 'q' | 'unplaced', string>>;

/** Reads the filter of an address; anything odd is left out. */
export function filterFrom(query: Readonly<Record<string, unknown>>): BoardFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.slice(0, 100) : '';
  };
  const constituency = text('constituency');
  return { constituency: /^\w*$/.test(constituency) ? constituency : '', text: text('q'), onlyUnplaced: text('unplaced') === '1' };
}

/** The filter as the query of an address. */
export const queryOf = ({ constituency, text, onlyUnplaced }: BoardFilter): BoardQuery => ({
  constituency,
  q: text,
  unplaced: onlyUnplaced ? '1' : '',
});

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
