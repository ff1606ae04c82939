import { Conflict, Invalid } from '../../lib/errors';
import { standingsIn, type ToRank } from './rank';
import type { Entry } from './slate';

/** The constituency of seats that anyone may hold. */
export const atLarge = 'at_large';

/** A candidate as the board ranks them: in what constituency, with how many points (null: not scored). */
export interface Ranked extends ToRank {
  readonly constituency: string;
}

export interface SeatToFill {
  readonly id: string;
  readonly constituency: string;
}

/** What a slate is judged by. */
export interface BoardFacts {
  readonly entries: readonly Entry[];
  /** Everyone who could be chosen; who keeps a better place elsewhere is left out. */
  readonly candidates: readonly Ranked[];
  readonly seats: readonly SeatToFill[];
}

/** Whether this seat is for people of this constituency. */
export const fits = (seat: Pick<SeatToFill, 'constituency'>, constituency: string): boolean =>
  seat.constituency === atLarge || seat.constituency === constituency;

/**
 * People chosen before someone of the same constituency with a better rank, whose choice therefore needs a reason
 * (domain.md 6). Where n are seated the n best are in order; of alternates, too, the n best, and each before those who
 * rank lower. Between equals no reason is needed.
 */
export function outOfRankOrder(board: BoardFacts): Set<string> {
  return new Set([...seatGroups(board).flatMap((group) => beyondBest(group)), ...alternateGroups(board).flatMap(alternatesOutOfOrder)]);
}

/** Whether a person could not be in order even once every seat on offer is filled: the reason is then asked for at once. */
export function needsReasonNow(board: BoardFacts, candidacyId: string): boolean {
  const group = seatGroups(board).find(({ chosen }) => chosen.includes(candidacyId));
  return group !== undefined && beyondBest({ ...group, places: group.offered }).includes(candidacyId);
}

/** Alternates of a constituency in the order in which they will be asked. */
export const alternatesIn = (
  entries: readonly Entry[],
  candidates: readonly Pick<Ranked, 'candidacyId' | 'constituency'>[],
  constituency: string,
): Entry[] => {
  const ids = new Set(candidates.filter((candidate) => candidate.constituency === constituency).map((candidate) => candidate.candidacyId));
  return entries
    .filter((entry) => entry.alternatePlace !== null && ids.has(entry.candidacyId))
    .sort((a, b) => (a.alternatePlace ?? 0) - (b.alternatePlace ?? 0));
};

/** Puts a person into a free seat that fits them, or (no seat) behind the alternates of their constituency. */
export function placed(
  board: BoardFacts,
  person: Pick<Ranked, 'candidacyId' | 'constituency'>,
  wanted: Omit<Entry, 'candidacyId' | 'alternatePlace'>,
): Entry[] {
  const others = removed(board, person.candidacyId);
  const { seatId } = wanted;
  if (seatId === null) {
    const line = alternatesIn(others, board.candidates, person.constituency);
    return [...others, { ...wanted, candidacyId: person.candidacyId, alternatePlace: line.length + 1 }];
  }
  const seat = board.seats.find(({ id }) => id === seatId);
  if (seat === undefined || !fits(seat, person.constituency)) throw new Invalid('selection.errors.seatUnfit');
  if (others.some((entry) => entry.seatId === seatId)) throw new Conflict('selection.errors.seatTaken');
  return [...others, { ...wanted, candidacyId: person.candidacyId, alternatePlace: null }];
}

/** Takes a person off the slate; the alternates behind them move up. */
export function removed({ entries, candidates }: BoardFacts, candidacyId: string): Entry[] {
  const others = entries.filter((entry) => entry.candidacyId !== candidacyId);
  const constituency = candidates.find((candidate) => candidate.candidacyId === candidacyId)?.constituency ?? '';
  return renumbered(others, alternatesIn(others, candidates, constituency));
}

/** Where an alternate is to go: one up, one down, or to a place in the line (1 is asked first). */
export type Wish = 'up' | 'down' | number;

/** Moves an alternate among those of their constituency; beyond either end they stay at the end. */
export function moved({ entries, candidates }: BoardFacts, candidacyId: string, wish: Wish): Entry[] {
  const constituency = candidates.find((candidate) => candidate.candidacyId === candidacyId)?.constituency ?? '';
  const line = alternatesIn(entries, candidates, constituency);
  const from = line.findIndex((entry) => entry.candidacyId === candidacyId);
  const mover = line[from];
  if (mover === undefined) return [...entries];
  const others = line.filter((entry) => entry !== mover);
  const wanted = typeof wish === 'number' ? wish - 1 : wish === 'up' ? from - 1 : from + 1;
  const to = Math.max(0, Math.min(others.length, wanted));
  return renumbered(entries, [...others.slice(0, to), mover, ...others.slice(to)]);
}

/** Who could have been chosen before this person and was not: those of the same places with a better standing. */
export function passedOver({ entries, candidates, seats }: BoardFacts, candidacyId: string): Ranked[] {
  const chosen = candidates.find((one) => one.candidacyId === candidacyId);
  const mine = entries.find((one) => one.candidacyId === candidacyId);
  if (chosen === undefined || mine === undefined) return [];
  const seat = seats.find(({ id }) => id === mine.seatId);
  const placeOf = new Map(entries.map((one) => [one.candidacyId, one]));
  const pool = candidates.filter((one) => fits({ constituency: seat?.constituency ?? chosen.constituency }, one.constituency));
  const standing = standingsIn(pool);
  const isBehind = (other: Entry | undefined): boolean =>
    other === undefined || (other.seatId === null && (mine.seatId !== null || (other.alternatePlace ?? 0) > (mine.alternatePlace ?? 0)));
  return pool.filter(
    (one) => (standing.get(one.candidacyId) ?? 0) < (standing.get(candidacyId) ?? 0) && isBehind(placeOf.get(one.candidacyId)),
  );
}

function renumbered(entries: readonly Entry[], line: readonly Entry[]): Entry[] {
  const placeOf = new Map(line.map((entry, index) => [entry.candidacyId, index + 1]));
  return entries.map((entry) => ({ ...entry, alternatePlace: placeOf.get(entry.candidacyId) ?? entry.alternatePlace }));
}

/** The people among whom a number of places is given, and who was chosen. */
interface Group {
  readonly chosen: readonly string[];
  readonly pool: readonly Ranked[];
  /** Places taken. */
  readonly places: number;
  readonly offered: number;
}

/** By constituency of the seats: who may hold one and is not seated in another group. */
function seatGroups({ entries, candidates, seats }: BoardFacts): Group[] {
  const groupOf = new Map(seats.map((seat) => [seat.id, seat.constituency]));
  const seatedIn = new Map(
    entries.flatMap(({ candidacyId, seatId }) => (seatId === null ? [] : [[candidacyId, groupOf.get(seatId)] as const])),
  );
  return [...new Set(seats.map((seat) => seat.constituency))].map((constituency) => {
    const pool = candidates.filter(
      (one) => (seatedIn.get(one.candidacyId) ?? constituency) === constituency && fits({ constituency }, one.constituency),
    );
    const chosen = pool.filter((one) => seatedIn.has(one.candidacyId)).map((one) => one.candidacyId);
    return { chosen, pool, places: chosen.length, offered: seats.filter((seat) => seat.constituency === constituency).length };
  });
}

function alternateGroups({ entries, candidates }: BoardFacts): Group[] {
  const seated = new Set(entries.filter((entry) => entry.seatId !== null).map((entry) => entry.candidacyId));
  return [...new Set(candidates.map((candidate) => candidate.constituency))].map((constituency) => {
    const pool = candidates.filter((one) => one.constituency === constituency && !seated.has(one.candidacyId));
    const chosen = alternatesIn(entries, candidates, constituency).map((entry) => entry.candidacyId);
    return { chosen, pool, places: chosen.length, offered: chosen.length };
  });
}

/** Of the chosen, those who rank behind the last of the best for whom there is a place. */
function beyondBest({ chosen, pool, places }: Group): string[] {
  const standing = standingsIn(pool);
  const bar = [...standing.values()].sort((a, b) => a - b)[places - 1];
  return bar === undefined ? [] : chosen.filter((id) => (standing.get(id) ?? Infinity) > bar);
}

function alternatesOutOfOrder(group: Group): string[] {
  const standing = standingsIn(group.pool);
  const of = (id: string): number => standing.get(id) ?? Infinity;
  const jumped = group.chosen.filter((id, place) => group.chosen.slice(place + 1).some((later) => of(later) < of(id)));
  return [...beyondBest(group), ...jumped];
}
