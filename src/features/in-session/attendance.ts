import { Conflict } from '../../lib/errors';
import { fromInstant, toInstant, type Instant } from '../../lib/time';
import { inOrder, presentNow, type Movement, type MovementKind, type Presence } from './quorum';

export const attendanceStatuses = ['present', 'remote', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** How one member answered the roll. */
export interface Attendance {
  readonly id: string;
  readonly meetingId: string;
  readonly membershipId: string;
  readonly status: AttendanceStatus;
  /** Why they take part from afar (54953.8.3) or are excused. Only the first is public. */
  readonly reason: string;
  /** When the roll was called; a correction keeps it. */
  readonly recordedAt: Instant;
  readonly version: number;
}

/** One line of the roll call as it was taken. */
export type RollCallAnswer = Pick<Attendance, 'membershipId' | 'status' | 'reason'>;

/** Counts as being there: in the room or from afar. */
export const isIn = (status: AttendanceStatus): boolean => status === 'present' || status === 'remote';

/** The version of the whole roll call; 0 before it was taken. */
export const rollCallVersion = (attendance: readonly Attendance[]): number => Math.max(0, ...attendance.map(({ version }) => version));

export function presenceOf(voters: readonly string[], attendance: readonly Attendance[], movements: readonly Movement[]): Presence {
  const [first] = attendance;
  const present = attendance.filter(({ status }) => isIn(status)).map(({ membershipId }) => membershipId);
  return { voters, rollCall: first === undefined ? null : { at: first.recordedAt, present }, movements };
}

/** A moment cut to its minute: meetings are recorded by the clock on the wall. */
export const toMinute = (at: Instant): Instant => toInstant(fromInstant(at).startOf('minute'));

/**
 * Refuses a correction of the roll call that changes who was there once somebody came or went, or a vote was taken:
 * what was decided rests on it. Reasons, and `present` for `remote`, may always be put right.
 */
export function checkCorrection(
  before: readonly Attendance[],
  answers: readonly RollCallAnswer[],
  since: { readonly movements: readonly Movement[]; readonly hasVoted: boolean },
): void {
  if (before.length === 0) return;
  const was = new Map(before.map(({ membershipId, status }) => [membershipId, isIn(status)]));
  const changed = answers.filter(({ membershipId, status }) => (was.get(membershipId) ?? false) !== isIn(status));
  if (changed.length === 0) return;
  if (since.hasVoted) throw new Conflict('inSession.errors.votedSince');
  const moved = new Set(since.movements.map(({ membershipId }) => membershipId));
  if (changed.some(({ membershipId }) => moved.has(membershipId))) throw new Conflict('inSession.errors.movedSince');
}

export const movementProblems = ['noRollCall', 'alreadyThere', 'notThere', 'tooEarly', 'ahead', 'beforeVote', 'notVoter'] as const;
export type MovementProblem = (typeof movementProblems)[number];

/** Why a movement cannot be noted, or null. A time before the last vote would change what that vote rests on. */
export function movementProblem(
  presence: Presence,
  movement: { readonly membershipId: string; readonly kind: MovementKind; readonly at: Instant },
  bounds: { readonly now: Instant; readonly lastVoteAt: Instant | null },
): MovementProblem | null {
  const { membershipId, kind, at } = movement;
  if (presence.rollCall === null) return 'noRollCall';
  if (!presence.voters.includes(membershipId)) return 'notVoter';
  const isThere = presentNow(presence).has(membershipId);
  if (kind === 'arrived' && isThere) return 'alreadyThere';
  if (kind === 'left' && !isThere) return 'notThere';
  return timeProblem(presence, movement.membershipId, at, bounds);
}

function timeProblem(
  { rollCall, movements }: Presence,
  membershipId: string,
  at: Instant,
  { now, lastVoteAt }: { readonly now: Instant; readonly lastVoteAt: Instant | null },
): MovementProblem | null {
  if (at > now) return 'ahead';
  const last = inOrder(movements.filter((movement) => movement.membershipId === membershipId)).at(-1);
  if (rollCall !== null && at < rollCall.at) return 'tooEarly';
  if (last !== undefined && at <= last.at) return 'tooEarly';
  return lastVoteAt !== null && at < toMinute(lastVoteAt) ? 'beforeVote' : null;
}

/** Whether a noted movement may be taken back: it is that member's last, and no vote rests on it. */
export function mayTakeBack(movement: Movement, movements: readonly Movement[], lastVoteAt: Instant | null): boolean {
  const last = inOrder(movements.filter(({ membershipId }) => membershipId === movement.membershipId)).at(-1);
  return last?.id === movement.id && (lastVoteAt === null || movement.at > lastVoteAt);
}
