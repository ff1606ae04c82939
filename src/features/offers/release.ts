import { groupBy } from '../../lib/group';
import { decisionsOf, fits, isOpen, toDecideOf, type Board, type BoardCandidate, type Decision } from '../selection';
import { personSlot, whyNot, type LetterCode, type LetterTexts, type Seated } from './letter';

/** One letter of a release, or a decision held back. */
export interface PlannedDecision extends Omit<Decision, 'letterReason'> {
  readonly candidate: BoardCandidate;
  readonly code: LetterCode;
}

/** A board with the drafts of its letters. */
export interface Releasable {
  readonly board: Board;
  readonly texts: LetterTexts;
}

/**
 * What releasing these boards at once would do, by collaborative: the same plan for the dry run and for the release.
 * A decision is held while a better preference may still bring an offer: undecided on a board that is not released with
 * them, offered already, or offered in this plan.
 */
export function planOf(releasables: readonly Releasable[]): ReadonlyMap<string, readonly PlannedDecision[]> {
  const all = releasables.flatMap(({ board, texts }) => decidedOn(board, texts).map((one) => ({ board, ...one })));
  const planned = new Map<string, Map<string, PlannedDecision>>();
  for (const { board } of releasables) planned.set(board.collaborative.id, new Map());
  for (const own of groupBy(all, (one) => one.candidate.applicationId).values()) {
    const settled: { preference: number; kind: string; isHeld: boolean }[] = [];
    for (const { board, ...decision } of [...own].sort((a, b) => a.candidate.preference - b.candidate.preference)) {
      const isHeld = isHeldBack(decision.candidate, own, settled);
      settled.push({ preference: decision.candidate.preference, kind: decision.kind, isHeld });
      planned.get(board.collaborative.id)?.set(decision.candidacyId, { ...decision, isHeld });
    }
  }
  const orderOf = (board: Board, decided: ReadonlyMap<string, PlannedDecision>): PlannedDecision[] =>
    board.candidates.flatMap((candidate) => decided.get(candidate.id) ?? []);
  return new Map(
    releasables.map(({ board }) => [board.collaborative.id, orderOf(board, planned.get(board.collaborative.id) ?? new Map())]),
  );
}

/** Whether a better preference may still bring an offer, once those better ones in this plan have gone out. */
function isHeldBack(
  candidate: BoardCandidate,
  own: readonly { readonly candidate: BoardCandidate }[],
  settled: readonly { preference: number; kind: string; isHeld: boolean }[],
): boolean {
  const inPlan = new Set(own.map((one) => one.candidate.preference));
  const outside = candidate.elsewhere.some(
    ({ preference, status }) =>
      preference < candidate.preference && !inPlan.has(preference) && (status === 'in_review' || status === 'offered'),
  );
  return outside || settled.some((better) => better.preference < candidate.preference && (better.isHeld || better.kind === 'offer'));
}

function decidedOn(board: Board, texts: LetterTexts): PlannedDecision[] {
  const open = board.candidates.filter(isOpen);
  const byId = new Map(open.map((candidate) => [candidate.id, candidate]));
  const seated = seatedOn(board);
  return decisionsOf(open.map(toDecideOf), board.entries, board.seats).flatMap(({ letterReason: _letterReason, ...decision }) => {
    const candidate = byId.get(decision.candidacyId);
    if (candidate === undefined) return [];
    const code = decision.kind === 'not_selected' ? regretOf(board, candidate, { seated, texts }) : decision.kind;
    return [{ ...decision, candidate, code }];
  });
}

/** The reason in a letter of regret: the one staff chose, else the one that follows from the slate. */
export function regretOf(board: Board, candidate: BoardCandidate, { seated, texts }: { seated?: readonly Seated[]; texts: LetterTexts }) {
  const hasSeats = board.seats.some((seat) => fits(seat, candidate.constituency));
  const person = { points: candidate.total.weighted, constituency: candidate.constituency, hasSeats, lotId: candidate.draw?.lotId ?? null };
  return texts.get(personSlot(candidate.id))?.code ?? whyNot(person, seated ?? seatedOn(board));
}

const forComposition: ReadonlySet<string | null> = new Set([
  'targets',
  'balance_of_schools',
  'balance_of_areas',
  'balance_of_languages',
  'new_voice',
]);

function seatedOn({ entries, candidates }: Board): Seated[] {
  const people = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return entries.flatMap(({ candidacyId, seatId, reason }) => {
    const candidate = people.get(candidacyId);
    if (candidate === undefined || seatId === null) return [];
    const { constituency, total, draw } = candidate;
    return [{ constituency, points: total.weighted, isForComposition: forComposition.has(reason), lotId: draw?.lotId ?? null }];
  });
}
