import type { Db } from '../db/database';
import type { Instant } from '../lib/time';

export interface LimitRow {
  /** SHA-256 of the limit's name and key: the table holds no address of anybody. */
  key: string;
  points: number;
  ends_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    limits: LimitRow;
  }
}

/** Counts one try in one statement, beginning anew when the window is over: two tries at once are two. */
export async function countTry(db: Db, key: string, now: Instant, endsAt: Instant): Promise<LimitRow> {
  const [row] = await db('limits')
    .insert({ key, points: 1, ends_at: endsAt })
    .onConflict('key')
    .merge({
      points: db.raw<number>('case when limits.ends_at <= ? then 1 else limits.points + 1 end', [now]),
      ends_at: db.raw<string>('case when limits.ends_at <= ? then ? else limits.ends_at end', [now, endsAt]),
    })
    .returning(['key', 'points', 'ends_at']);
  if (row === undefined) throw new Error('no count came back');
  return row;
}

export const takeBackTry = (db: Db, key: string): Promise<number> =>
  db('limits').where({ key }).where('points', '>', 0).decrement('points', 1);

export const setLimitEnd = (db: Db, key: string, endsAt: Instant): Promise<number> =>
  db('limits').where({ key }).update({ ends_at: endsAt });

export const deleteLimits = (db: Db, keys: readonly string[]): Promise<number> => db('limits').whereIn('key', keys).delete();

/** Throws away windows that ended before this moment. Answers how many. */
export const deleteEndedLimits = (db: Db, before: Instant): Promise<number> => db('limits').where('ends_at', '<', before).delete();
