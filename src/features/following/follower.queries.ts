import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { CalendarDate } from '../../lib/time';
import { mostFollowed, type Asked, type Follower, type Following, type Frequency } from './following';

export type FollowerWith = Follower & { readonly followings: readonly Following[] };

export async function findFollower(db: Db, id: string): Promise<Follower | undefined> {
  const row = await db('followers').where({ id }).first();
  return row === undefined ? undefined : { id: row.id, email: row.email, locale: row.locale };
}

/** What somebody follows, the oldest first. */
export const listFollowings = async (db: Db, followerIds: readonly string[]): Promise<(Following & { followerId: string })[]> =>
  (await db('followings').whereIn('follower_id', followerIds).orderBy(['since', 'id'])).map((row) => ({
    followingId: row.id,
    followerId: row.follower_id,
    kind: row.subject_kind,
    id: row.subject_id,
    frequency: row.frequency,
    since: row.since,
  }));

/** Everybody who is told at once of something. Two queries. */
export async function listToTell(db: Db): Promise<FollowerWith[]> {
  const rows = await db('followers')
    .whereIn('id', db('followings').where({ frequency: 'at_once' }).select('follower_id'))
    .orderBy('id');
  return withFollowings(db, rows, 'at_once');
}

/** The next who have not had this day's digest, with all they follow. Two queries. */
export async function listForDigest(db: Db, day: CalendarDate, most: number): Promise<FollowerWith[]> {
  const rows = await db('followers')
    .whereIn('id', db('followings').where({ frequency: 'weekly' }).select('follower_id'))
    .where((late) => void late.whereNull('digest_on').orWhere('digest_on', '<', day))
    .orderBy('id')
    .limit(most);
  return withFollowings(db, rows, null);
}

export const markDigested = (db: Db, ids: readonly string[], day: CalendarDate): Promise<number> =>
  db('followers').whereIn('id', ids).update({ digest_on: day });

const batch = 400;

async function withFollowings(db: Db, rows: readonly Follower[], frequency: Frequency | null): Promise<FollowerWith[]> {
  const followings = new Map<string, Following[]>();
  for (let from = 0; from < rows.length; from += batch) {
    const ids = rows.slice(from, from + batch).map(({ id }) => id);
    for (const following of await listFollowings(db, ids))
      if (frequency === null || following.frequency === frequency)
        followings.set(following.followerId, [...(followings.get(following.followerId) ?? []), following]);
  }
  return rows.map(({ id, email, locale }) => ({ id, email, locale, followings: followings.get(id) ?? [] }));
}

/** Notes that a proved address follows something; once more changes how often it hears of it. Answers the follower's id. */
export async function saveFollowing(tx: Pick<Deps, 'db' | 'newId' | 'clock'>, asked: Asked): Promise<string> {
  const now = tx.clock.now();
  await tx
    .db('followers')
    .insert({ id: tx.newId(), email: asked.email, locale: asked.locale, confirmed_at: now, digest_on: null })
    .onConflict('email')
    .merge({ locale: asked.locale });
  const { id } = (await tx.db('followers').where({ email: asked.email }).first('id')) ?? { id: '' };
  if ((await tx.db('followings').where({ follower_id: id })).length >= mostFollowed) return id;
  await tx
    .db('followings')
    .insert({ id: tx.newId(), follower_id: id, subject_kind: asked.kind, subject_id: asked.id, frequency: asked.frequency, since: now })
    .onConflict(['follower_id', 'subject_kind', 'subject_id'])
    .merge({ frequency: asked.frequency });
  return id;
}

export const saveFrequency = (db: Db, followerId: string, id: string, frequency: Frequency): Promise<number> =>
  db('followings').where({ id, follower_id: followerId }).update({ frequency });

export const stopFollowing = (db: Db, followerId: string, id: string): Promise<number> =>
  db('followings').where({ id, follower_id: followerId }).delete();

/** Forgets a follower with all they follow. */
export async function deleteFollower(db: Db, id: string): Promise<void> {
  await db('followings').where({ follower_id: id }).delete();
  await db('followers').where({ id }).delete();
}

/** Forgets those who follow nothing any more. */
export const deleteIdle = (db: Db, id: string): Promise<number> =>
  db('followers').where({ id }).whereNotIn('id', db('followings').select('follower_id')).delete();
