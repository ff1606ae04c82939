import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { addMovement } from './attendance.actions';
import type { MovementProblem } from './attendance';
import { takesCheckIns } from './check-in';
import { insertCheckIn } from './check-in.queries';
import { loadSession } from './record.queries';
import { noteInHistory } from './session.history';

/**
 * Notes that a member is in the room: before the roll call as a word to the secretary, afterwards as an arrival. Who is there
 * already stays so. Who may say it for whom is for the caller to decide. Answers why not, or null. Throws Conflict outside the times.
 */
export function checkIn(
  deps: Deps,
  actor: Actor,
  wanted: { readonly meetingId: string; readonly membershipId: string },
): Promise<MovementProblem | null> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, membershipId } = wanted;
    const session = await loadSession(tx.db, meetingId);
    const now = tx.clock.now();
    if (!takesCheckIns(session.meeting, now)) throw new Conflict('inSession.errors.noCheckIn');
    if (!session.presence.voters.includes(membershipId)) return 'notVoter';
    if (session.present.has(membershipId)) return null;
    if (session.presence.rollCall !== null) return addMovement(tx, actor, session, { membershipId, kind: 'arrived', at: now });
    const isNew = await insertCheckIn(tx.db, meetingId, { membershipId, at: now });
    if (isNew) await noteInHistory(tx, actor, { action: 'inSession.checkedIn', meeting: session.meeting, after: { member: membershipId } });
    return null;
  });
}
