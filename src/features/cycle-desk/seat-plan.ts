import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency, CycleStatus } from '../cycles';

/** A seat of a collaborative as a cycle sees it. */
export interface PlannedSeat {
  readonly id: string;
  readonly code: string;
  readonly constituency: Constituency;
  readonly takesApplications: boolean;
  /** Who will still hold it when the term begins. */
  readonly holder: { readonly name: string; readonly until: CalendarDate } | null;
  readonly isOffered: boolean;
  /** Another cycle under way that offers it. */
  readonly elsewhere: string | null;
  /** Somebody is placed in it on the slate of this cycle. */
  readonly isPlaced: boolean;
  /** It was offered to somebody in this cycle. */
  readonly hasOffer: boolean;
  readonly keptBack: { readonly words: string; readonly by: string; readonly at: Instant } | null;
}

export type WhyNot = 'takesNone' | 'held' | 'elsewhere' | 'keptBack' | 'notYet';

/** Why a seat is not on offer; the weightiest first. */
export function whyNot(seat: PlannedSeat): WhyNot {
  if (!seat.takesApplications) return 'takesNone';
  if (seat.holder !== null) return 'held';
  if (seat.elsewhere !== null) return 'elsewhere';
  return seat.keptBack === null ? 'notYet' : 'keptBack';
}

/** Free when the term begins, so that staff may offer it or keep it back. */
export const mayBeOffered = (seat: PlannedSeat): boolean => seat.takesApplications && seat.holder === null && seat.elsewhere === null;

/** A seat that somebody is placed in or was offered stays on offer. */
export const isFixed = (seat: PlannedSeat): boolean => seat.isOffered && (seat.isPlaced || seat.hasOffer);

/** The seats that staff choose among. */
export const toChooseFrom = (seats: readonly PlannedSeat[]): PlannedSeat[] =>
  seats.filter((seat) => !isFixed(seat) && (seat.isOffered || mayBeOffered(seat)));

const changing: readonly CycleStatus[] = ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding'];

/** Seats on offer change until the decisions of the collaborative are released. */
export const seatsMayChange = (status: CycleStatus, slateIsReleased: boolean): boolean => changing.includes(status) && !slateIsReleased;

export interface SeatChange {
  readonly added: readonly PlannedSeat[];
  readonly removed: readonly PlannedSeat[];
}

/** What choosing these seats changes; seats that cannot be chosen are left as they are. */
export function changeOf(seats: readonly PlannedSeat[], chosenIds: readonly string[]): SeatChange {
  const free = toChooseFrom(seats);
  return {
    added: free.filter((seat) => !seat.isOffered && chosenIds.includes(seat.id)),
    removed: free.filter((seat) => seat.isOffered && !chosenIds.includes(seat.id)),
  };
}

/** What a page showed as on offer, to find out whether somebody changed it meanwhile. */
export const seenOf = (seats: readonly PlannedSeat[]): string =>
  seats
    .filter(({ isOffered }) => isOffered)
    .map(({ code }) => code)
    .sort()
    .join(' ');
