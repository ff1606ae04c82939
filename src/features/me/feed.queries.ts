import type { Db } from '../../db/database';
import { sha256 } from '../../lib/secret';
import type { Instant } from '../../lib/time';

declare module 'knex/types/tables' {
  interface Tables {
    calendar_feeds: { person_id: string; token_hash: string; made_at: Instant };
  }
}

/** When a person's private calendar address was made; undefined when there is none. */
export async function findFeed(db: Db, personId: string): Promise<Instant | undefined> {
  return (await db('calendar_feeds').where({ person_id: personId }).first('made_at'))?.made_at;
}

/** Makes the address of a person's calendar anew: the one before answers no more. Only its hash is kept. */
export async function saveFeed(db: Db, personId: string, token: string, at: Instant): Promise<void> {
  const row = { token_hash: sha256(token), made_at: at };
  await db('calendar_feeds')
    .insert({ person_id: personId, ...row })
    .onConflict('person_id')
    .merge(row);
}

export const deleteFeed = (db: Db, personId: string): Promise<number> => db('calendar_feeds').where({ person_id: personId }).delete();

/** Whose calendar an address is; undefined for one that was never made or answers no more. */
export async function findFeedOwner(db: Db, token: string): Promise<string | undefined> {
  return (
    await db('calendar_feeds')
      .where({ token_hash: sha256(token) })
      .first('person_id')
  )?.person_id;
}
