import './tables';
import type { Db } from '../../db/database';
import type { CheckIn } from './check-in';

/** Keeps that somebody checked in; once more changes nothing. Answers whether it was new. */
export async function insertCheckIn(db: Db, meetingId: string, { membershipId, at }: CheckIn): Promise<boolean> {
  const row = { meeting_id: meetingId, membership_id: membershipId, at };
  const before = await db('check_ins').where({ meeting_id: meetingId, membership_id: membershipId }).first('at');
  await db('check_ins').insert(row).onConflict(['meeting_id', 'membership_id']).ignore();
  return before === undefined;
}

/** Who checked in before the roll call, by membership. */
export async function listCheckIns(db: Db, meetingId: string): Promise<ReadonlyMap<string, CheckIn>> {
  const rows = await db('check_ins').where({ meeting_id: meetingId }).orderBy(['at', 'membership_id']);
  return new Map(rows.map((row) => [row.membership_id, { membershipId: row.membership_id, at: row.at }]));
}
