import { fits, type SeatToFill } from './placement';
import type { Entry } from './slate';

export type DecisionKind = 'offer' | 'alternate' | 'not_selected';

/** Why a person is not in a seat, in a code that the letter puts into words. */
export type LetterReason = 'others_ranked_higher' | 'no_seat_on_offer';

/** What a release decides for one candidacy. */
export interface Decision {
  readonly candidacyId: string;
  readonly kind: DecisionKind;
  readonly seatId: string | null;
  readonly letterReason: LetterReason;
  /** The person's better preference is still open elsewhere: nothing is said or changed now. */
  readonly isHeld: boolean;
}

/** A candidacy of the same application elsewhere. */
export interface Elsewhere {
  readonly preference: number;
  readonly status: string;
  /** In a seat on a slate that was sent, approved or released. */
  readonly isSeated: boolean;
}

/** A live candidacy that a slate decides. */
export interface ToDecide {
  readonly candidacyId: string;
  readonly constituency: string;
  readonly preference: number;
  readonly elsewhere: readonly Elsewhere[];
}

/** Whether a better preference may still bring an offer: undecided, or an offer waiting for its answer (domain.md 4). */
export const betterIsOpen = ({ preference, elsewhere }: Pick<ToDecide, 'preference' | 'elsewhere'>): boolean =>
  elsewhere.some((other) => other.preference < preference && (other.status === 'in_review' || other.status === 'offered'));

/** Whether a better preference keeps the person: seated there, or offered a seat already. */
export const isKeptElsewhere = ({ preference, elsewhere }: Pick<ToDecide, 'preference' | 'elsewhere'>): boolean =>
  elsewhere.some(
    (other) => other.preference < preference && (other.status === 'offered' || (other.status === 'in_review' && other.isSeated)),
  );

/** What an entry of a slate says; nothing said is not selected. */
export function kindOf(entry: Pick<Entry, 'seatId'> | undefined): DecisionKind {
  if (entry === undefined) return 'not_selected';
  return entry.seatId === null ? 'alternate' : 'offer';
}

/** What a slate decides for each of these live candidacies, as their letters will say it. */
export function decisionsOf(candidacies: readonly ToDecide[], entries: readonly Entry[], seats: readonly SeatToFill[]): Decision[] {
  const entryOf = new Map(movedUp(candidacies, entries, seats).map((entry) => [entry.candidacyId, entry]));
  return candidacies.map((candidacy) => {
    const entry = entryOf.get(candidacy.candidacyId);
    return {
      candidacyId: candidacy.candidacyId,
      kind: kindOf(entry),
      seatId: entry?.seatId ?? null,
      letterReason: seats.some((seat) => fits(seat, candidacy.constituency)) ? 'others_ranked_higher' : 'no_seat_on_offer',
      isHeld: betterIsOpen(candidacy),
    };
  });
}

/**
 * The slate with the next alternate of the constituency in each seat whose person keeps a better place elsewhere or is
 * gone (withdrawn). Who keeps a better place falls back behind nobody: they become the first alternate.
 */
export function movedUp(candidacies: readonly ToDecide[], entries: readonly Entry[], seats: readonly SeatToFill[]): Entry[] {
  const live = new Map(candidacies.map((candidacy) => [candidacy.candidacyId, candidacy]));
  const isFree = ({ candidacyId }: Entry): boolean => {
    const candidacy = live.get(candidacyId);
    return candidacy === undefined || isKeptElsewhere(candidacy);
  };
  const line = entries
    .filter((entry) => entry.seatId === null && mayMoveUp(live.get(entry.candidacyId)))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const seatOf = new Map<string, string | null>();
  for (const entry of entries.filter((one) => one.seatId !== null && isFree(one))) {
    const seat = seats.find(({ id }) => id === entry.seatId);
    const next = line.find(
      (one) => !seatOf.has(one.candidacyId) && seat !== undefined && fits(seat, live.get(one.candidacyId)?.constituency ?? ''),
    );
    if (next !== undefined) seatOf.set(next.candidacyId, entry.seatId).set(entry.candidacyId, null);
  }
  return entries.map((entry) => {
    const seatId = seatOf.get(entry.candidacyId);
    if (seatId === undefined) return entry;
    return { ...entry, seatId, alternatePlace: seatId === null ? 0 : null };
  });
}

const mayMoveUp = (candidacy: ToDecide | undefined): boolean => candidacy !== undefined && !betterIsOpen(candidacy);

const placeOf = (entry: Entry): number => entry.alternatePlace ?? 0;
