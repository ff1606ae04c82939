import { plusDays, type CalendarDate, type Instant } from '../../lib/time';
import type { Constituency, SeatStatus } from '../membership';

/** How one may apply for a seat: now, from a day on, or it is not known yet. */
export type Opening =
  | { readonly kind: 'open'; readonly code: string; readonly closesAt: Instant }
  | { readonly kind: 'soon'; readonly code: string; readonly opensAt: Instant }
  | { readonly kind: 'unknown' };

export const unknownOpening: Opening = { kind: 'unknown' };

/** The opening a visitor is told of: one that takes applications before one to come, the nearest first. */
export function nearestOpening(openings: readonly Opening[]): Opening {
  const open = openings.filter((opening) => opening.kind === 'open').sort((a, b) => a.closesAt.localeCompare(b.closesAt))[0];
  const soon = openings.filter((opening) => opening.kind === 'soon').sort((a, b) => a.opensAt.localeCompare(b.opensAt))[0];
  return open ?? soon ?? unknownOpening;
}

/** Whether a seat stands on the public list of vacancies: nobody holds it for good, and it takes applications. */
export const isVacancy = (seat: { readonly status: SeatStatus; readonly takesApplications: boolean }): boolean =>
  seat.takesApplications && (seat.status === 'vacant' || seat.status === 'holdover');

/** A member as a forecast sees them: the days on which they will sit and vote, as far as is known. */
export interface Sitting {
  readonly name: string;
  readonly seatCode: string;
  readonly constituency: Constituency;
  readonly isVoting: boolean;
  readonly from: CalendarDate;
  readonly termEndsOn: CalendarDate;
  /** A last day that is set. */
  readonly endedOn: CalendarDate | null;
  readonly leaves: readonly { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate | null }[];
  /** Somebody follows in the same seat, or the member goes on in a further term. */
  readonly isFollowed: boolean;
}

interface Rules {
  readonly holdoverVotes: boolean;
  readonly quorum: 'majority_of_filled' | 'majority_of_all';
  /** Voting seats there are. */
  readonly seats: number;
}

/** The votes of a day and what quorum they must reach. */
export interface QuorumOn {
  readonly date: CalendarDate;
  readonly voters: number;
  readonly needed: number;
  /** How many voters may be missing; negative: no quorum is possible. */
  readonly spare: number;
}

const isAway = ({ leaves }: Sitting, date: CalendarDate): boolean =>
  leaves.some(({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn));

/** Whether the member will sit on that day: past the term they stay, until the seat is filled. */
export const sitsOn = ({ from, endedOn }: Sitting, date: CalendarDate): boolean => from <= date && (endedOn === null || date <= endedOn);

const votesOn = (sitting: Sitting, date: CalendarDate, holdoverVotes: boolean): boolean =>
  sitting.isVoting && sitsOn(sitting, date) && !isAway(sitting, date) && (holdoverVotes || date <= sitting.termEndsOn);

/** How quorum would stand on a day if nothing else is decided; a majority is more than half (domain.md 10). */
export function quorumForecast(sittings: readonly Sitting[], date: CalendarDate, { holdoverVotes, quorum, seats }: Rules): QuorumOn {
  const voters = sittings.filter((sitting) => votesOn(sitting, date, holdoverVotes)).length;
  const needed = Math.floor((quorum === 'majority_of_all' ? seats : voters) / 2) + 1;
  return { date, voters, needed, spare: voters - needed };
}

/** The days of a span on which votes may change: its first day, each end, and each first and last day of a leave. */
export function daysOfChange(sittings: readonly Sitting[], from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const days = sittings.flatMap(({ from: begins, termEndsOn, endedOn, leaves }) => [
    begins,
    plusDays(termEndsOn, 1),
    ...(endedOn === null ? [] : [plusDays(endedOn, 1)]),
    ...leaves.flatMap(({ startsOn, endsOn }) => [startsOn, ...(endsOn === null ? [] : [plusDays(endsOn, 1)])]),
  ]);
  return [...new Set([from, ...days.filter((day) => day > from && day <= until)])].sort();
}

/** A seat that falls free in a span, by when and why. */
export interface Falling {
  readonly sitting: Sitting;
  readonly on: CalendarDate;
  readonly why: 'termEnds' | 'leaves';
}

/** Seats that fall free in a span, the nearest first: a last day is set, or the term ends and nobody follows. */
export function falling(sittings: readonly Sitting[], from: CalendarDate, until: CalendarDate): Falling[] {
  return sittings
    .flatMap((sitting): Falling[] => {
      if (sitting.endedOn !== null) return [{ sitting, on: plusDays(sitting.endedOn, 1), why: 'leaves' }];
      return sitting.isFollowed ? [] : [{ sitting, on: plusDays(sitting.termEndsOn, 1), why: 'termEnds' }];
    })
    .filter(({ on }) => on >= from && on <= until)
    .sort((a, b) => a.on.localeCompare(b.on) || a.sitting.seatCode.localeCompare(b.sitting.seatCode));
}
