import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { plusElapsed, type Instant } from '../../lib/time';
import type { Meeting } from '../meetings';

export const commentStatuses = ['waiting', 'published', 'held'] as const;
export type CommentStatus = (typeof commentStatuses)[number];
export type CommentEvent = 'publish' | 'hold';

/** Personal data alone holds a comment back; no reason speaks of an opinion (domain.md 9). */
export const holdReasons = ['contact', 'child', 'health', 'other_person'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What somebody wrote before a meeting. Address and name are given freely; the address is never shown to the public. */
export interface Comment {
  readonly id: string;
  readonly meetingId: string;
  /** The line of the agenda it is about; null: the general public comment. */
  readonly itemId: string | null;
  readonly name: string;
  readonly email: string;
  /** The language it is written in, and in which its writer gets mail. */
  readonly locale: string;
  readonly text: string;
  readonly status: CommentStatus;
  readonly reason: HoldReason | null;
  readonly sentAt: Instant;
  readonly checkedAt: Instant | null;
  readonly checkedBy: string | null;
  readonly version: number;
}

export type NewComment = Pick<Comment, 'meetingId' | 'itemId' | 'name' | 'email' | 'locale' | 'text'>;

/** A comment that was held may be published later, and one that was published may prove to hold personal data. */
export const commentMachine = defineMachine<CommentStatus, CommentEvent>({
  waiting: { publish: 'published', hold: 'held' },
  published: { hold: 'held' },
  held: { publish: 'published' },
});

/** Until when comments are taken in writing. */
export const commentsUntil = (meeting: Pick<Meeting, 'startsAt'>, hours: number): Instant =>
  plusElapsed(meeting.startsAt, { hours: -hours });

/** Comments are taken from the posting of the agenda until so many hours before the start; that moment itself still counts. */
export const takesComments = (meeting: Pick<Meeting, 'status' | 'startsAt'>, hours: number, now: Instant): boolean =>
  meeting.status === 'posted' && now <= commentsUntil(meeting, hours);

/** Throws Conflict when it is too late, or too early. */
export function checkOpen(meeting: Pick<Meeting, 'status' | 'startsAt'>, hours: number, now: Instant): void {
  if (!takesComments(meeting, hours, now)) throw new Conflict('comments.errors.closed');
}

interface Check {
  readonly by: string;
  readonly at: Instant;
}

/** Shows it to everybody. */
export const publish = (comment: Comment, { by, at }: Check): Comment => ({
  ...comment,
  status: commentMachine.next(comment.status, 'publish'),
  reason: null,
  checkedAt: at,
  checkedBy: by,
});

/** Keeps it from the public for the personal data in it. */
export const hold = (comment: Comment, reason: HoldReason, { by, at }: Check): Comment => ({
  ...comment,
  status: commentMachine.next(comment.status, 'hold'),
  reason,
  checkedAt: at,
  checkedBy: by,
});
