import type { LocalText } from '../../lib/local-text';
import { daysBetween, plusDays, plusMonths, type CalendarDate } from '../../lib/time';
import type { EndReason, LiveStatus } from './membership';

export const constituencies = ['families', 'students', 'community', 'organizations', 'philanthropy', 'business', 'at_large'] as const;
export type Constituency = (typeof constituencies)[number];

export interface Seat {
  readonly id: string;
  readonly collaborativeId: string;
  readonly code: string;
  readonly constituency: Constituency;
  readonly isVoting: boolean;
  readonly takesApplications: boolean;
  readonly termYears: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  /** What is asked of who holds it; empty where nothing is. */
  readonly requirements: LocalText;
  /** The day terms are counted from; null: from the seat's first day. */
  readonly seedsOn: CalendarDate | null;
  /** How long the first term lasts where seats are staggered; null: as long as the others. */
  readonly firstTermYears: number | null;
  /** Full terms in a row; null: as the collaborative decides. */
  readonly termLimit: number | null;
  readonly version: number;
}

/** A seat to be; what is left out is as usual. */
export type NewSeat = Omit<Seat, 'id' | 'version' | keyof typeof usualSeat> & Partial<typeof usualSeat>;

export const usualSeat: Pick<Seat, 'requirements' | 'seedsOn' | 'firstTermYears' | 'termLimit'> = {
  requirements: { en: '', es: '' },
  seedsOn: null,
  firstTermYears: null,
  termLimit: null,
};

/**
 * The term by rule that runs on a day (domain.md 8): counted from the seed date, the first one as long as it is staggered.
 * Before the seed date the first term is answered.
 */
export function termByRule(
  seat: Pick<Seat, 'startsOn' | 'seedsOn' | 'termYears' | 'firstTermYears'>,
  date: CalendarDate,
): { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate } {
  const seed = seat.seedsOn ?? seat.startsOn;
  let startsOn = seed;
  let next = plusMonths(seed, 12 * (seat.firstTermYears ?? seat.termYears));
  for (let years = seat.firstTermYears ?? seat.termYears; next <= date;) {
    startsOn = next;
    years += seat.termYears;
    next = plusMonths(seed, 12 * years);
  }
  return { startsOn, endsOn: plusDays(next, -1) };
}

/** What may not change once somebody has held a seat: the rosters of the past would change with it. */
export const fixedOnceHeld = ['constituency', 'isVoting', 'code'] as const satisfies readonly (keyof Seat)[];

export const seatStatuses = ['vacant', 'held', 'holdover', 'ending', 'filled'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

export interface Holder {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly status: LiveStatus;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  /** The last day and its reason, once an end is decided. */
  readonly leaving: { readonly on: CalendarDate; readonly reason: EndReason } | null;
}

/** Who has accepted the seat and does not sit yet. */
export type Successor = Omit<Holder, 'status' | 'leaving'>;

export interface SeatWithHolder extends Seat {
  readonly status: SeatStatus;
  readonly holder: Holder | null;
  readonly successor: Successor | null;
  /** An offer is out and not answered. */
  readonly isOffered: boolean;
}

interface SeatFacts {
  readonly holder: Pick<Holder, 'status' | 'termEndsOn'> | null;
  readonly hasSuccessor: boolean;
  readonly isOffered: boolean;
}

/**
 * How a seat stands on a date (domain.md 8). `endingWithinDays` counts the last day: a term that ends in exactly that
 * many days is ending.
 */
export function seatStatus(facts: SeatFacts, today: CalendarDate, endingWithinDays: number): SeatStatus {
  const { holder } = facts;
  if (holder === null) return facts.isOffered || facts.hasSuccessor ? 'held' : 'vacant';
  if (holder.status === 'holdover' || holder.termEndsOn < today) return 'holdover';
  return daysBetween(today, holder.termEndsOn) <= endingWithinDays ? 'ending' : 'filled';
}

/** Vacancies first, then what needs attention soonest, then by code. */
export const bySeatUrgency = (a: Pick<SeatWithHolder, 'status' | 'code'>, b: Pick<SeatWithHolder, 'status' | 'code'>): number =>
  seatStatuses.indexOf(a.status) - seatStatuses.indexOf(b.status) || a.code.localeCompare(b.code, 'en');
