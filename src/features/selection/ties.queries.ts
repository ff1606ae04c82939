import type { TiesAt } from '../lots';
import { choosable, type Board } from './board';
import { loadBoard } from './board.queries';
import { fits } from './placement';
import { openTies, standingsIn } from './rank';

/** Ties of a board among whom no lot was drawn, and whether each decides who gets a seat. */
export const tiesAt: TiesAt = async ({ db }, { cycle, collaborative }) => {
  const board = await loadBoard(db, cycle, collaborative);
  const people = new Map(board.candidates.map((candidate) => [candidate.id, candidate]));
  const constituencies = [...new Set(board.candidates.map(({ constituency }) => constituency))].sort();
  return constituencies.flatMap((constituency) => {
    const pool = choosable(board).filter((one) => one.constituency === constituency);
    const standing = standingsIn(pool);
    return openTies(pool).map((tie) => {
      const first = standing.get(tie[0]?.candidacyId ?? '') ?? 0;
      return {
        constituency,
        decides: straddles(board, constituency, { first, count: tie.length }),
        people: tie.map(({ candidacyId }) => named(candidacyId, people)),
      };
    });
  });
};

/** Whether the last seat for this constituency falls among the tied. */
function straddles({ seats }: Board, constituency: string, { first, count }: { first: number; count: number }): boolean {
  const own = seats.filter((seat) => seat.constituency === constituency).length;
  const all = seats.filter((seat) => fits(seat, constituency)).length;
  return [own, all].some((places) => places >= first && places < first + count - 1);
}

const named = (candidacyId: string, people: ReadonlyMap<string, { readonly reference: string; readonly name: string }>) => {
  const one = people.get(candidacyId);
  return { candidacyId, reference: one?.reference ?? '', name: one?.name ?? '' };
};
