import type { Db } from '../../db/database';
import { listCheckIns, loadSession, type Session } from '../in-session';
import type { Instant } from '../../lib/time';

/** Who may vote that day, who is there, and since when. */
export interface Presences {
  readonly session: Session;
  /** Members who are there, or said so before the roll call; each with the moment. */
  readonly since: ReadonlyMap<string, Instant>;
}

/** Reads who is there; a fixed number of queries. */
export async function loadPresences(db: Db, meetingId: string): Promise<Presences> {
  const session = await loadSession(db, meetingId);
  const { rollCall } = session.presence;
  if (rollCall === null) return { session, since: new Map([...(await listCheckIns(db, meetingId))].map(([id, { at }]) => [id, at])) };
  const arrivals = new Map(session.movements.filter(({ kind }) => kind === 'arrived').map(({ membershipId, at }) => [membershipId, at]));
  return { session, since: new Map([...session.present].map((id) => [id, arrivals.get(id) ?? rollCall.at])) };
}
