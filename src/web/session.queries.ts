import type { Db } from '../db/database';
import type { Instant } from '../lib/time';

export interface SessionRow {
  id_hash: string;
  person_id: string | null;
  data: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    sessions: SessionRow;
  }
}

export const findSession = (db: Db, idHash: string): Promise<SessionRow | undefined> => db('sessions').where({ id_hash: idHash }).first();

/** Inserts a session that has just begun. */
export async function insertSession(db: Db, row: SessionRow): Promise<void> {
  await db('sessions').insert(row).onConflict('id_hash').ignore();
}

/** Saves a session that goes on. One that was ended meanwhile stays ended. */
export async function saveSession(db: Db, { id_hash, person_id, data, seen_at, expires_at }: SessionRow): Promise<void> {
  await db('sessions').where({ id_hash }).update({ person_id, data, seen_at, expires_at });
}

export const touchSession = (db: Db, idHash: string, times: Pick<SessionRow, 'seen_at' | 'expires_at'>): Promise<number> =>
  db('sessions').where({ id_hash: idHash }).update(times);

export const deleteSession = (db: Db, idHash: string): Promise<number> => db('sessions').where({ id_hash: idHash }).delete();

/** Ends every session of a person, but for the one kept. Answers how many. */
export const endSessionsOf = (db: Db, personId: string, keepIdHash = ''): Promise<number> =>
  db('sessions').where({ person_id: personId }).whereNot({ id_hash: keepIdHash }).delete();

export const listSessionsOf = (db: Db, personId: string): Promise<SessionRow[]> =>
  db('sessions').where({ person_id: personId }).orderBy('seen_at', 'desc').limit(50);

export const deleteExpiredSessions = (db: Db, now: Instant): Promise<number> => db('sessions').where('expires_at', '<', now).delete();
