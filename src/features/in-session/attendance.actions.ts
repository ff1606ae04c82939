import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import {
  checkCorrection,
  isIn,
  mayTakeBack,
  movementProblem,
  rollCallVersion,
  toMinute,
  type Attendance,
  type MovementProblem,
  type RollCallAnswer,
} from './attendance';
import { deleteMovement, getMovement, insertMovement, replaceAttendance } from './attendance.queries';
import type { ExceptionStatus } from './exception';
import { listExceptions } from './exception.queries';
import type { MotionStatus } from './motion';
import { listMotions } from './motion.queries';
import type { MovementKind } from './quorum';
import { loadSession, type Session } from './record.queries';
import { checkInSession } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';

interface RollCall {
  readonly meetingId: string;
  /** The version the form was made from; 0 for the first roll call. */
  readonly version: number;
  readonly answers: readonly RollCallAnswer[];
}

/** `stale`: another saved first, and nothing was changed. */
export type Saved = 'saved' | 'stale';

/** When the last vote was taken; null before any. */
export const lastVoteAt = (
  asked: readonly { readonly status: MotionStatus | ExceptionStatus; readonly decidedAt: Instant | null }[],
): Instant | null =>
  asked
    .filter(({ status }) => status === 'carried' || status === 'failed')
    .map(({ decidedAt }) => decidedAt)
    .filter((at) => at !== null)
    .sort()
    .at(-1) ?? null;

/** When the last vote of a meeting was taken, on a motion or on a matter off the agenda. */
const lastVoteIn = async (db: Db, meetingId: string): Promise<Instant | null> =>
  lastVoteAt([...(await listMotions(db, meetingId)), ...(await listExceptions(db, meetingId))]);

/** Takes the roll call, or puts it right. Everyone who may vote that day must be answered for. */
export function callRoll(deps: Deps, actor: Actor, rollCall: RollCall): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, answers } = rollCall;
    await meetingToRun(tx, actor, meetingId);
    const session = await loadSession(tx.db, meetingId);
    checkInSession(session.meeting);
    if (rollCallVersion(session.attendance) !== rollCall.version) return 'stale';
    const named = new Set(answers.map(({ membershipId }) => membershipId));
    if (named.size !== session.voters.length || session.presence.voters.some((id) => !named.has(id))) throw new Conflict();
    const hasVoted = (await lastVoteIn(tx.db, meetingId)) !== null;
    checkCorrection(session.attendance, answers, { movements: session.movements, hasVoted });
    await replaceAttendance(tx.db, meetingId, attendanceOf(tx, session, rollCall));
    const present = answers.filter(({ status }) => isIn(status)).length;
    await noteInHistory(tx, actor, { action: 'inSession.rollCalled', meeting: session.meeting, after: { present, of: named.size } });
    return 'saved';
  });
}

interface NewMovement {
  readonly meetingId: string;
  readonly membershipId: string;
  readonly kind: MovementKind;
  readonly at: Instant;
}

/** Notes that somebody came or went. Answers why not, or null when it is noted. */
export function noteMovement(deps: Deps, actor: Actor, wanted: NewMovement): Promise<MovementProblem | null> {
  return inTransaction(deps, async (tx) => {
    await meetingToRun(tx, actor, wanted.meetingId);
    const session = await loadSession(tx.db, wanted.meetingId);
    checkInSession(session.meeting);
    return addMovement(tx, actor, session, wanted);
  });
}

/** Adds a movement to the record within the caller's transaction. Answers why not, or null when it is noted. */
export async function addMovement(
  tx: Deps,
  actor: Actor,
  { meeting, presence }: Session,
  { membershipId, kind, at }: Omit<NewMovement, 'meetingId'>,
): Promise<MovementProblem | null> {
  const bounds = { now: tx.clock.now(), lastVoteAt: await lastVoteIn(tx.db, meeting.id) };
  const movement = { id: tx.newId(), meetingId: meeting.id, membershipId, kind, at: toMinute(at) };
  const problem = movementProblem(presence, movement, bounds);
  if (problem !== null) return problem;
  await insertMovement(tx.db, movement);
  await noteInHistory(tx, actor, { action: `inSession.${kind}`, meeting, after: { member: membershipId, at: movement.at } });
  return null;
}

/** Takes back a movement that was noted by mistake. */
export function takeBackMovement(deps: Deps, actor: Actor, wanted: { meetingId: string; movementId: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, movementId } = wanted;
    await meetingToRun(tx, actor, meetingId);
    const session = await loadSession(tx.db, meetingId);
    checkInSession(session.meeting);
    const movement = await getMovement(tx.db, meetingId, movementId);
    const lastVote = await lastVoteIn(tx.db, meetingId);
    if (!mayTakeBack(movement, session.movements, lastVote)) throw new Conflict('inSession.errors.movementStands');
    await deleteMovement(tx.db, movementId);
    const after = { member: movement.membershipId, kind: movement.kind, at: movement.at };
    await noteInHistory(tx, actor, { action: 'inSession.movementTakenBack', meeting: session.meeting, after });
  });
}

function attendanceOf(tx: Deps, { meeting, attendance }: Session, { answers, version }: RollCall): Attendance[] {
  const calledAt = attendance[0]?.recordedAt ?? toMinute(tx.clock.now());
  return answers.map(({ membershipId, status, reason }) => ({
    id: tx.newId(),
    meetingId: meeting.id,
    membershipId,
    status,
    reason: status === 'remote' || status === 'excused' ? reason : '',
    recordedAt: calledAt,
    version: version + 1,
  }));
}
