import './tables';
import type { Db } from '../../db/database';
import type { Known, Untold } from './change-news';

/** The edits of a meeting that wait to be told. */
export async function findUntold(db: Db, meetingId: string): Promise<Untold | undefined> {
  const row = await db('meeting_changes').where({ meeting_id: meetingId }).first();
  return row === undefined ? undefined : { since: row.since, was: JSON.parse(row.was) as Known };
}

/** Keeps what the readers still believe, in place of what was kept before. */
export async function saveUntold(db: Db, meetingId: string, { since, was }: Untold): Promise<void> {
  await db('meeting_changes')
    .insert({ meeting_id: meetingId, since, was: JSON.stringify(was) })
    .onConflict('meeting_id')
    .merge();
}
