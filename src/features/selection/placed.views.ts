import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { factsOf, isOpen, toDecideOf, type Board, type BoardCandidate } from './board';
import { betterIsOpen, movedUp } from './decision';
import { alternatesIn, outOfRankOrder } from './placement';
import { boardPaths } from './selection.paths';
import type { Entry } from './slate';

/** Somebody on the slate. */
export interface PlacedRow {
  readonly id: string;
  readonly name: string;
  readonly total: string;
  readonly href: string;
  readonly isOutOfOrder: boolean;
  readonly needsReason: boolean;
  readonly reason: string | null;
  readonly isHeld: boolean;
  /** Who takes the seat while a better preference keeps this person; null where they stay. */
  readonly givesWayTo: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly code: string;
  readonly constituency: string;
  readonly person: PlacedRow | null;
}

export interface AlternateGroup {
  readonly constituency: string;
  readonly rows: readonly (PlacedRow & { readonly place: string })[];
}

/** The addresses of this board. */
export const pathsOf = ({ cycle, collaborative, whatIf }: Board) =>
  boardPaths({ code: cycle.code, slug: collaborative.slug, whatIf: whatIf?.id ?? null });

/** Everyone on the slate by candidacy. */
export function placedRows(t: Translate, board: Board): ReadonlyMap<string, PlacedRow> {
  const outOfOrder = outOfRankOrder(factsOf(board));
  const people = new Map(board.candidates.map((candidate) => [candidate.id, candidate]));
  const takers = takersOf(board);
  return new Map(
    board.entries.flatMap((entry) => {
      const candidate = people.get(entry.candidacyId);
      if (candidate === undefined) return [];
      const facts = { entry, candidate, isOut: outOfOrder.has(candidate.id), taker: takers.get(candidate.id) ?? null };
      return [[candidate.id, placedRow(t, board, facts)] as const];
    }),
  );
}

interface Facts {
  readonly entry: Entry;
  readonly candidate: BoardCandidate;
  readonly isOut: boolean;
  readonly taker: string | null;
}

function placedRow(t: Translate, board: Board, { entry, candidate, isOut, taker }: Facts): PlacedRow {
  const reason = reasonText(t, entry);
  return {
    id: candidate.id,
    name: candidate.name,
    total: pointsText(t, candidate),
    href: pathsOf(board).candidate(candidate.id),
    isOutOfOrder: isOut,
    needsReason: isOut && reason === null,
    reason,
    isHeld: isOpen(candidate) && betterIsOpen(toDecideOf(candidate)),
    givesWayTo: taker,
  };
}

/** By person in a seat whom a better preference keeps: the name of the alternate who moves up (domain.md 4). */
function takersOf({ entries, candidates, seats }: Board): ReadonlyMap<string, string> {
  const nameOf = new Map(candidates.map(({ id, name }) => [id, name]));
  const taking = movedUp(candidates.filter(isOpen).map(toDecideOf), entries, seats);
  return new Map(
    entries.flatMap(({ candidacyId, seatId }) => {
      const taker = seatId === null ? undefined : taking.find((entry) => entry.seatId === seatId && entry.candidacyId !== candidacyId);
      return taker === undefined ? [] : [[candidacyId, nameOf.get(taker.candidacyId) ?? ''] as const];
    }),
  );
}

/** The reason for a choice in the reader's language; words of one's own as they were written. */
export function reasonText(t: Translate, entry: Pick<Entry, 'reason' | 'reasonWords'>): string | null {
  const coded = entry.reason === null || entry.reason === 'words' ? [] : [t(`selection.reason.${entry.reason}`)];
  const all = [...coded, ...(entry.reasonWords === null ? [] : [entry.reasonWords])];
  return all.length === 0 ? null : all.join(' · ');
}

export const pointsText = (t: Translate, { total }: Pick<BoardCandidate, 'total'>): string =>
  total.weighted === null ? t('selection.board.noTotal') : formatNumber(t.locale, total.weighted, 1);

export const constituencyText = (t: Translate, constituency: string): string => t.loosely(`common.constituency.${constituency}`);

export const seatRows = (t: Translate, board: Board, rows: ReadonlyMap<string, PlacedRow>): SeatRow[] =>
  board.seats.map((seat) => {
    const entry = board.entries.find((one) => one.seatId === seat.id);
    return {
      id: seat.id,
      code: seat.code,
      constituency: constituencyText(t, seat.constituency),
      person: entry === undefined ? null : (rows.get(entry.candidacyId) ?? null),
    };
  });

export function alternateGroups(t: Translate, board: Board, rows: ReadonlyMap<string, PlacedRow>): AlternateGroup[] {
  const facts = factsOf(board);
  return [...new Set(facts.candidates.map((candidate) => candidate.constituency))].sort().flatMap((constituency) => {
    const line = alternatesIn(board.entries, facts.candidates, constituency).flatMap((entry) => {
      const row = rows.get(entry.candidacyId);
      return row === undefined ? [] : [{ ...row, place: String(entry.alternatePlace ?? '') }];
    });
    return line.length === 0 ? [] : [{ constituency: constituencyText(t, constituency), rows: line }];
  });
}

/** Mean total of the people in seats; null while nobody with a total is seated. */
export function meanOfSeated(t: Translate, { entries, candidates }: Pick<Board, 'entries' | 'candidates'>): string | null {
  const seated = new Set(entries.filter(({ seatId }) => seatId !== null).map(({ candidacyId }) => candidacyId));
  const totals = candidates.flatMap(({ id, total }) => (seated.has(id) && total.weighted !== null ? [total.weighted] : []));
  return totals.length === 0 ? null : formatNumber(t.locale, totals.reduce((sum, one) => sum + one, 0) / totals.length, 1);
}

/** The cycle's priority as the rule it is; null where it has none. */
export const priorityText = (t: Translate, { cycle }: Pick<Board, 'cycle'>): string | null =>
  cycle.settings.priority === 'none'
    ? null
    : t('selection.board.priorityRule', { group: t(`cycles.settings.priority.values.${cycle.settings.priority}`) });
