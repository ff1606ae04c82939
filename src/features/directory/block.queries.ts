import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';

/** Puts down whom a person wants no messages from. Twice is once; answers how many were new. */
export async function insertBlock(db: Db, block: { personId: string; blockedId: string; at: Instant }): Promise<number> {
  const row = { person_id: block.personId, blocked_id: block.blockedId, blocked_at: block.at };
  return (await db('member_blocks').insert(row).onConflict(['person_id', 'blocked_id']).ignore().returning('blocked_id')).length;
}

export const deleteBlock = (db: Db, personId: string, blockedId: string): Promise<number> =>
  db('member_blocks').where({ person_id: personId, blocked_id: blockedId }).delete();

/** Whom a person wants no messages from. One query. */
export const listBlocked = (db: Db, personId: string): Promise<string[]> =>
  db('member_blocks').where({ person_id: personId }).pluck('blocked_id');

/** Whether the reader wants no messages from the writer. */
export const isBlocked = async (db: Db, { readerId, writerId }: { readerId: string; writerId: string }): Promise<boolean> =>
  (await db('member_blocks').where({ person_id: readerId, blocked_id: writerId }).first('blocked_at')) !== undefined;
