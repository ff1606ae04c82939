import type { OfficeName } from '../../lib/actor';
import { defineMachine } from '../../lib/state-machine';
import { daysBetween, plusDays, type CalendarDate } from '../../lib/time';
import type { Constituency } from './seat';

export type LiveStatus = 'active' | 'on_leave' | 'holdover';
export type MembershipStatus = 'pending' | LiveStatus | 'ended';
export type MembershipEvent = 'begin' | 'takeLeave' | 'comeBack' | 'holdOver' | 'end';

export const endReasons = ['term_completed', 'resigned', 'removed', 'died', 'transferred', 'abandoned'] as const;
export type EndReason = (typeof endReasons)[number];

export const membershipMachine = defineMachine<MembershipStatus, MembershipEvent>({
  pending: { begin: 'active', end: 'ended' },
  active: { takeLeave: 'on_leave', holdOver: 'holdover', end: 'ended' },
  on_leave: { comeBack: 'active', holdOver: 'holdover', end: 'ended' },
  holdover: { end: 'ended' },
  ended: {},
});

/** A person's term in a seat. Dates are days in Los Angeles and count: `endedOn` is the last day on the roster. */
export interface Membership {
  readonly id: string;
  readonly seatId: string;
  readonly seatCode: string;
  readonly collaborativeId: string;
  readonly personId: string;
  readonly candidacyId: string | null;
  readonly status: MembershipStatus;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  /** The rest of somebody else's term: does not count toward the limit. */
  readonly isStub: boolean;
  readonly startedOn: CalendarDate | null;
  /** May lie ahead: a resignation from a date to come. */
  readonly endedOn: CalendarDate | null;
  readonly endReason: EndReason | null;
  /** The day the seat was accepted; null for those from before that was kept. */
  readonly acceptedOn: CalendarDate | null;
  /** The membership this one continues: a reappointment, or a move to another seat. It needs no new checklist. */
  readonly followsId: string | null;
  readonly version: number;
}

type Dates = Pick<Membership, 'termEndsOn' | 'startedOn' | 'endedOn'>;

/** Whether the roster of that date names this member: from the day the seat began to the last day, never after it. */
export const isListedOn = (membership: Pick<Dates, 'startedOn' | 'endedOn'>, date: CalendarDate): boolean =>
  membership.startedOn !== null && membership.startedOn <= date && (membership.endedOn === null || date <= membership.endedOn);

/**
 * How the member stood on that date, or null when not listed. Leave goes before holdover, which begins the day after the
 * term's last: who is away counts for no quorum in either.
 */
export function standingOn(membership: Dates, date: CalendarDate, isOnLeave: boolean): LiveStatus | null {
  if (!isListedOn(membership, date)) return null;
  if (isOnLeave) return 'on_leave';
  return membership.termEndsOn < date ? 'holdover' : 'active';
}

interface Term {
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** The last day a term takes of its seat: its end, or the day its member left if that was earlier. */
export const lastDayOf = ({ termEndsOn, endedOn }: Pick<Term, 'termEndsOn' | 'endedOn'>): CalendarDate =>
  endedOn !== null && endedOn < termEndsOn ? endedOn : termEndsOn;

/** Whether two terms of one seat share a day; the next may begin the day after the last. */
export const termsOverlap = (a: Term, b: Term): boolean => a.termStartsOn <= lastDayOf(b) && b.termStartsOn <= lastDayOf(a);

/** A term shorter than the seat's full one, by more than a month. */
export const isStubTerm = (startsOn: CalendarDate, endsOn: CalendarDate, termYears: number): boolean =>
  daysBetween(startsOn, endsOn) < termYears * 365 - 31;

/** Whether a seat may begin today: the checklist is done and the term has begun (domain.md 7). */
export const mayBegin = (membership: Pick<Membership, 'status' | 'termStartsOn'>, isReady: boolean, today: CalendarDate): boolean =>
  membership.status === 'pending' && isReady && membership.termStartsOn <= today;

export const begin = (membership: Membership, today: CalendarDate): Membership => ({
  ...membership,
  status: membershipMachine.next(membership.status, 'begin'),
  startedOn: today,
});

/**
 * Ends on its last day: at once when that day is over, by the worker on the day after when it is to come. A seat not taken
 * up yet ends today at the latest.
 */
export function end(membership: Membership, reason: EndReason, lastDay: CalendarDate, today: CalendarDate): Membership {
  const status = membershipMachine.next(membership.status, 'end');
  if (membership.status === 'pending') return { ...membership, status, endReason: reason, endedOn: lastDay < today ? lastDay : today };
  const ended = { ...membership, endedOn: lastDay, endReason: reason };
  return lastDay < today ? { ...ended, status } : ended;
}

/** Whether a further term that waits is given up with an ending: only whose term is just completed goes on to the next. */
export const givesUpNext = (reason: EndReason): boolean => reason !== 'term_completed';

/** Whether an ending can still be taken back: it was decided, and its last day is not over. */
export const mayTakeBackEnding = (membership: Pick<Membership, 'status' | 'endedOn'>, today: CalendarDate): boolean =>
  membership.endedOn !== null && membership.status !== 'ended' && membership.endedOn >= today;

/** The member before ends the day before the next one begins, having stayed for the gap; or earlier, where that was set. */
export function giveWay(membership: Membership, successorStartsOn: CalendarDate): Membership {
  const status = membershipMachine.next(membership.status, 'end');
  const lastDay = plusDays(successorStartsOn, -1);
  if (membership.endedOn !== null && membership.endedOn <= lastDay) return { ...membership, status };
  return { ...membership, status, endedOn: lastDay, endReason: 'term_completed' };
}

export interface Member {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly collaborativeId: string;
  readonly seatCode: string;
  readonly constituency: Constituency;
  readonly isVoting: boolean;
  readonly status: LiveStatus;
  readonly office: OfficeName | null;
  readonly startedOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

/** Who counts for quorum and may vote: voting seats, not those on leave; those held over where the collaborative says so. */
export const votingMembers = (members: readonly Member[], holdoverVotes: boolean): Member[] =>
  members.filter(({ isVoting, status }) => isVoting && status !== 'on_leave' && (status !== 'holdover' || holdoverVotes));
