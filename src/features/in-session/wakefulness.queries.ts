import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import type { Instant } from '../../lib/time';
import { staysAwake } from './wakefulness';

/** Whether somebody stays signed in for a meeting in session of a collaborative in which they sit or which they serve. One query. */
export async function staysForMeeting(
  deps: Pick<Deps, 'reads'>,
  actor: Actor,
  session: { readonly seenAt: Instant; readonly idleHours: number },
): Promise<boolean> {
  const bodies = [...actor.seats, ...actor.offices, ...actor.grants].map(({ collaborativeId }) => collaborativeId);
  const ids = [...new Set(bodies)].filter((id) => id !== null);
  if (ids.length === 0) return false;
  const first = await deps
    .reads('meetings')
    .where({ status: 'in_session' })
    .whereIn('collaborative_id', ids)
    .orderBy('in_session_at')
    .first('in_session_at');
  return staysAwake(session, first?.in_session_at ?? null);
}
