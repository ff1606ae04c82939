import { filterAt, filterFrom, queryOf, rankedOnPage, shownOf } from '../../../src/features/selection/board-filter';
import type { Board } from '../../../src/features/selection/board';

const person = (at: number) => ({
  id: `p${at}`,
  constituency: at % 2 === 0 ? ('families' as const) : ('students' as const),
  name: `Name ${at}`,
  reference: `REF${at}`,
});
const candidates = Array.from({ length: 3 * rankedOnPage }, (_, at) => person(at));
const board = { candidates, entries: [{ candidacyId: 'p0' }] } as unknown as Pick<Board, 'candidates' | 'entries'>;

describe('the filter of a board', () => {
  it('stands in an address and comes back from it, the first page without saying so', () => {
    const query = { constituency: 'families', q: 'ana', unplaced: '1', page: '3' };
    expect(queryOf(filterFrom(query))).toEqual(query);
    expect(queryOf(filterFrom({ page: '1' }))).toEqual({ constituency: '', q: '', unplaced: '', page: '' });
  });

  it('knows the page on which somebody stands among those it shows, and stays where they are on none', () => {
    const everyone = filterFrom({});
    expect(filterAt(everyone, board, `p${rankedOnPage}`).page).toBe(2);
    expect(filterAt(filterFrom({ constituency: 'families' }), board, `p${rankedOnPage + 1}`).page).toBe(1);
    expect(filterAt(filterFrom({ unplaced: '1' }), board, `p${rankedOnPage}`).page).toBe(1);
    expect(filterAt(filterFrom({ constituency: 'students', page: '2' }), board, 'p0').page).toBe(2);
  });

  it('shows on all its pages together who fits, and nobody placed where only others are asked for', () => {
    expect(shownOf(filterFrom({ unplaced: '1' }), candidates, board.entries)).toHaveLength(candidates.length - 1);
    expect(shownOf(filterFrom({ q: 'ref12' }), candidates, []).map(({ id }) => id)).toEqual(['p12']);
  });
});
