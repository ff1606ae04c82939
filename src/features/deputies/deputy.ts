import { daysBetween, type CalendarDate, type Instant } from '../../lib/time';

/** Somebody who may do in one collaborative what its approver may, from the first to the last day (both count). */
export interface Deputy {
  readonly id: string;
  readonly collaborativeId: string;
  readonly approverId: string;
  readonly deputyId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly namedBy: string | null;
  readonly namedAt: Instant;
  /** Set where it was ended before its last day. */
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
}

/** `idle`: within its days, while the approver does not hold the role, so that it lets nobody do anything. */
export type DeputyState = 'coming' | 'now' | 'idle' | 'over' | 'ended';

/** Nobody stands in longer than this at a time: who is away for years hands the role on. */
export const mostDays = 366;

type Days = Pick<Deputy, 'startsOn' | 'endsOn'>;

/** How a deputy stands on a day; both the first and the last day count. `isApproving`: whether the approver holds the role that day. */
export function stateOn(
  { startsOn, endsOn, endedAt }: Days & Pick<Deputy, 'endedAt'>,
  today: CalendarDate,
  isApproving = true,
): DeputyState {
  if (endedAt !== null) return 'ended';
  if (today < startsOn) return 'coming';
  if (today > endsOn) return 'over';
  return isApproving ? 'now' : 'idle';
}

/** Whether it can still be ended. */
export const isOpenOn = (deputy: Days & Pick<Deputy, 'endedAt'>, today: CalendarDate): boolean =>
  deputy.endedAt === null && today <= deputy.endsOn;

/** What is wrong with the days of a deputy to be named today. */
export function wrongDays({ startsOn, endsOn }: Days, today: CalendarDate): 'past' | 'order' | 'long' | null {
  if (startsOn < today) return 'past';
  if (endsOn < startsOn) return 'order';
  return daysBetween(startsOn, endsOn) >= mostDays ? 'long' : null;
}

/** Whether two stand in on the same day. */
export const overlap = (one: Days, other: Days): boolean => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
