import { daysBetween, type CalendarDate } from '../../lib/time';
import type { LiveStatus } from './membership';

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
}

export const seatStatuses = ['vacant', 'held', 'holdover', 'ending', 'filled'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

export interface Holder {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly status: LiveStatus;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

/** Who has accepted the seat and does not sit yet. */
export type Successor = Omit<Holder, 'status'>;

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
