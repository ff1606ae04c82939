import { decisionsOf, isOpen, toDecideOf, type Board, type BoardCandidate, type Decision } from '../selection';

/** One letter of a release, or a decision held back. */
export interface PlannedDecision extends Decision {
  readonly candidate: BoardCandidate;
}

/** What releasing this board now would do: the same plan for the dry run and for the release. */
export function planOf(board: Board): PlannedDecision[] {
  const open = board.candidates.filter(isOpen);
  const byId = new Map(open.map((candidate) => [candidate.id, candidate]));
  return decisionsOf(open.map(toDecideOf), board.entries, board.seats).flatMap((decision) => {
    const candidate = byId.get(decision.candidacyId);
    return candidate === undefined ? [] : [{ ...decision, candidate }];
  });
}
