import { anyOne, noGroup, type Member, type Target } from '../composition';
import { atLarge, fits, type Ranked, type SeatToFill } from './placement';
import { byRank } from './rank';
import type { Entry } from './slate';

export interface ToFill extends Ranked {
  readonly groups: Member['groups'];
}

/** Seats and people to fill them with; who keeps a better place elsewhere is left out. */
export interface Filling {
  readonly seats: readonly SeatToFill[];
  readonly people: readonly ToFill[];
  /** Alternates wanted in each constituency. */
  readonly alternates: number;
}

/** The best in the seats of their constituency, then the best of the rest at large, then the next as alternates. */
export function filledByRank(filling: Filling): Entry[] {
  const chosen = new Set<string>();
  for (const one of ranked(filling.people)) if (hasSeatFor(filling.seats, chosenOf(filling, chosen), one)) chosen.add(one.candidacyId);
  return entriesOf(filling, chosen);
}

/**
 * The best who together meet the targets. No upper target is ever broken: a seat stays free rather. Of all ways to fill
 * every seat the one is taken that keeps the better-ranked; where none meets the lower targets, too, they give way.
 */
export function filledWithinTargets(filling: Filling, targets: readonly Target[]): Entry[] {
  const people = ranked(filling.people);
  const full = mostSeated(filling);
  const upper = targets.map((target) => ({ ...target, atLeast: null }));
  const chosen =
    search({ ...filling, people }, targets, full) ?? search({ ...filling, people }, upper, full) ?? greedy({ ...filling, people }, targets);
  return entriesOf(filling, chosen);
}

/** Marks the choices that only a target explains: out of rank order, so far without a reason. */
export const explainedByTargets = (entries: readonly Entry[], outOfOrder: ReadonlySet<string>): Entry[] =>
  entries.map((entry) => (outOfOrder.has(entry.candidacyId) && entry.reason === null ? { ...entry, reason: 'targets' as const } : entry));

const ranked = (people: readonly ToFill[]): ToFill[] => [...people].sort(byRank);

const chosenOf = ({ people }: Filling, chosen: ReadonlySet<string>): ToFill[] => people.filter((one) => chosen.has(one.candidacyId));

/** Whether these people and one more can all be seated: own seats first, the rest at large. */
function hasSeatFor(seats: readonly SeatToFill[], seated: readonly ToFill[], one: ToFill): boolean {
  return beyondOwn(seats, [...seated, one]) <= seats.filter(({ constituency }) => constituency === atLarge).length;
}

/** How many of these people find no seat of their own constituency. */
function beyondOwn(seats: readonly SeatToFill[], people: readonly ToFill[]): number {
  const free = new Map<string, number>();
  for (const { constituency } of seats) if (constituency !== atLarge) free.set(constituency, (free.get(constituency) ?? 0) + 1);
  let beyond = 0;
  for (const { constituency } of people) {
    const left = free.get(constituency) ?? 0;
    if (left === 0) beyond += 1;
    else free.set(constituency, left - 1);
  }
  return beyond;
}

/** The most seats that these people could fill, whatever the targets. */
function mostSeated({ seats, people }: Filling): number {
  const large = seats.filter(({ constituency }) => constituency === atLarge).length;
  return people.length - Math.max(0, beyondOwn(seats, people) - large);
}

/** Steps after which the search gives up and takes the greedy way. */
const mostSteps = 50_000;

/** Depth first over people in rank order, taking each if it can: the first complete choice keeps the best-ranked. */
function search({ people, seats }: Filling, targets: readonly Target[], full: number): Set<string> | null {
  const lower = targets.filter(({ atLeast, group }) => atLeast !== null && group !== anyOne);
  const remaining = lower.map((target) => remainingFrom(people, target));
  let steps = 0;
  const isHopeless = (at: number, chosen: readonly ToFill[]): boolean => {
    const toCome = full - chosen.length;
    const lacks = lower.map((target, index) => lackOf(target, chosen) - Math.min(remaining[index]?.[at] ?? 0, toCome));
    return people.length - at < toCome || lacks.some((lack) => lack > 0);
  };
  const go = (at: number, chosen: readonly ToFill[]): readonly ToFill[] | null => {
    steps += 1;
    const one = people[at];
    if (steps > mostSteps || isHopeless(at, chosen)) return null;
    if (chosen.length === full || one === undefined) return chosen;
    const mayTake = keepsUpper(targets, chosen, one) && hasSeatFor(seats, chosen, one);
    return (mayTake ? go(at + 1, [...chosen, one]) : null) ?? go(at + 1, chosen);
  };
  const found = go(0, []);
  return found === null ? null : new Set(found.map((one) => one.candidacyId));
}

const lackOf = (target: Target, chosen: readonly ToFill[]): number => (target.atLeast ?? 0) - counted(target, chosen);

/** At each place in the order: how many of the group are still to come. */
function remainingFrom(people: readonly ToFill[], target: Target): number[] {
  const counts = [0];
  for (const one of [...people].reverse()) counts.push((counts.at(-1) ?? 0) + (one.groups[target.dimension] === target.group ? 1 : 0));
  return counts.reverse();
}

/** First those whom a lower target still lacks, then by rank; nobody over an upper target. */
function greedy({ people, seats }: Filling, targets: readonly Target[]): Set<string> {
  let chosen: ToFill[] = [];
  const take = (wanted: (one: ToFill) => boolean): boolean => {
    const next = people.find(
      (one) => !chosen.includes(one) && wanted(one) && keepsUpper(targets, chosen, one) && hasSeatFor(seats, chosen, one),
    );
    if (next !== undefined) chosen = [...chosen, next];
    return next !== undefined;
  };
  for (const target of targets.filter(({ group }) => group !== anyOne)) {
    while (lackOf(target, chosen) > 0 && take((one) => one.groups[target.dimension] === target.group));
  }
  while (take(() => true));
  return new Set(chosen.map((one) => one.candidacyId));
}

const counted = ({ dimension, group }: Target, people: readonly ToFill[]): number =>
  people.filter(({ groups }) => groups[dimension] === group).length;

/** Whether taking one more breaks no upper target. */
const keepsUpper = (targets: readonly Target[], chosen: readonly ToFill[], one: ToFill): boolean =>
  targets.every(({ dimension, group, atMost }) => {
    const own = one.groups[dimension];
    const counts = group === anyOne ? own !== noGroup : own === group;
    return atMost === null || !counts || chosen.filter(({ groups }) => groups[dimension] === own).length < atMost;
  });

/** The chosen in their seats, the best in the seats of their own constituency; then the alternates. */
function entriesOf(filling: Filling, chosen: ReadonlySet<string>): Entry[] {
  const free = [...filling.seats];
  const people = ranked(filling.people);
  const seated = people
    .filter((one) => chosen.has(one.candidacyId))
    .flatMap((one) => {
      const at = bestSeat(free, one.constituency);
      const [seat] = at === -1 ? [] : free.splice(at, 1);
      return seat === undefined ? [] : [entry(one, seat.id, null)];
    });
  const isSeated = new Set(seated.map(({ candidacyId }) => candidacyId));
  const rest = people.filter((one) => !isSeated.has(one.candidacyId) && filling.seats.some((seat) => fits(seat, one.constituency)));
  const placeIn = new Map<string, number>();
  const alternates = rest.flatMap((one) => {
    const place = (placeIn.get(one.constituency) ?? 0) + 1;
    placeIn.set(one.constituency, place);
    return place > filling.alternates ? [] : [entry(one, null, place)];
  });
  return [...seated, ...alternates];
}

const bestSeat = (free: readonly SeatToFill[], constituency: string): number => {
  const own = free.findIndex((seat) => seat.constituency === constituency);
  return own === -1 ? free.findIndex((seat) => seat.constituency === atLarge) : own;
};

const entry = ({ candidacyId }: ToFill, seatId: string | null, alternatePlace: number | null): Entry => ({
  candidacyId,
  seatId,
  alternatePlace,
  reason: null,
  reasonWords: null,
});
