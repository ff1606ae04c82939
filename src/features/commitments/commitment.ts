import type { LocalText } from '../../lib/local-text';
import { daysBetween, plusDays, type CalendarDate, type Instant } from '../../lib/time';
import type { Commitment } from '../advice';

export type CommitmentStatus = Commitment['status'];

export const commitmentStatuses = ['planned', 'under_way', 'done', 'dropped'] as const satisfies readonly CommitmentStatus[];

/** A promise the district made with an accepted recommendation, and the note it belongs to (domain.md 12). */
export interface Promised extends Commitment {
  readonly noteId: string;
  readonly reference: string;
  readonly title: LocalText;
  readonly collaborativeId: string;
  /** The recommendation it answers. */
  readonly number: number;
  readonly version: number;
}

/** One thing that was told of a promise: how it stands, a new day, or where it can be seen. */
export interface CommitmentMove {
  readonly id: string;
  readonly commitmentId: string;
  readonly from: CommitmentStatus;
  readonly to: CommitmentStatus;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  readonly words: LocalText;
  /** Where what was done can be seen. */
  readonly evidenceUrl: string | null;
  readonly at: Instant;
  readonly by: string;
}

/** Where a promise may go from each state. Progress may be told of an open one without moving it; nothing goes back to planned. */
const ways: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  planned: ['planned', 'under_way', 'done', 'dropped'],
  under_way: ['under_way', 'done', 'dropped'],
  done: ['under_way'],
  dropped: ['under_way'],
};

export const nextStatuses = (status: CommitmentStatus): readonly CommitmentStatus[] => ways[status];

export const isOpen = ({ status }: Pick<Commitment, 'status'>): boolean => status === 'planned' || status === 'under_way';

/** Late from the day after the one it was promised for, while it is neither done nor dropped. */
export const isLate = (promise: Pick<Commitment, 'status' | 'dueOn'>, today: CalendarDate): boolean =>
  isOpen(promise) && promise.dueOn < today;

export interface MoveWish {
  readonly status: CommitmentStatus;
  readonly dueOn: CalendarDate;
}

export type MoveFault = 'notAllowed' | 'dayOver' | 'dayClosed';

/** What stands against a move; null: nothing. A new day comes after today, and only what is still to be done has one. */
export function moveFault(before: Pick<Commitment, 'status' | 'dueOn'>, wish: MoveWish, today: CalendarDate): MoveFault | null {
  if (!ways[before.status].includes(wish.status)) return 'notAllowed';
  if (wish.dueOn === before.dueOn) return null;
  if (!isOpen(wish)) return 'dayClosed';
  return wish.dueOn > today ? null : 'dayOver';
}

/** How often the office is reminded of a late promise, in days. */
export const daysBetweenReminders = 7;

/** The day whose reminder of a late promise stands today: the first late day, then weekly; null while it is in time. */
export function lateDay({ dueOn }: Pick<Commitment, 'dueOn'>, today: CalendarDate): CalendarDate | null {
  const since = daysBetween(plusDays(dueOn, 1), today);
  return since < 0 ? null : plusDays(dueOn, 1 + Math.floor(since / daysBetweenReminders) * daysBetweenReminders);
}

/** Which promises a list shows. */
export const boardStates = ['open', 'late', 'done', 'dropped', 'all'] as const;
export type BoardState = (typeof boardStates)[number];

/** How many promises stand where; the late ones are among the planned and those under way. */
export type BoardCounts = Readonly<Record<CommitmentStatus | 'late', number>>;
