import type { Db } from '../db/database';
import type { Instant } from '../lib/time';
import { noStreak, type PauseReason, type Streak } from './streak';
import './tables';

export interface Pause {
  readonly reason: PauseReason;
  readonly since: Instant;
}

/** Writes the worker's beat: a worker without one for two minutes is taken for dead. */
export const saveBeat = (db: Db, now: Instant): Promise<void> => saveState(db, 'worker.beat', { value: now, at: now });

export async function findBeat(db: Db): Promise<Instant | null> {
  return (await findState(db, 'worker.beat'))?.value ?? null;
}

/** Stops all sending until `resumeMail`. A restored database is paused first, or yesterday's queue would go out again. */
export const pauseMail = (db: Db, reason: PauseReason, now: Instant): Promise<void> =>
  saveState(db, 'mail.paused', { value: reason, at: now });

/** Lets mail go again and forgets what went wrong before. */
export async function resumeMail(db: Db): Promise<void> {
  await db('worker_state').whereIn('key', ['mail.paused', 'mail.streak']).delete();
}

export async function findPause(db: Db): Promise<Pause | null> {
  const row = await findState(db, 'mail.paused');
  return row === undefined ? null : { reason: row.value as PauseReason, since: row.at };
}

export async function getStreak(db: Db): Promise<Streak> {
  const row = await findState(db, 'mail.streak');
  return row === undefined ? noStreak : (JSON.parse(row.value) as Streak);
}

export const saveStreak = (db: Db, streak: Streak, now: Instant): Promise<void> =>
  saveState(db, 'mail.streak', { value: JSON.stringify(streak), at: now });

/** Takes a task's turn: true for one worker only, when it last began longer ago than `notAfter` (or the clock went back). */
export async function takeTurn(db: Db, task: string, { now, notAfter }: { now: Instant; notAfter: Instant }): Promise<boolean> {
  const key = `task.${task}`;
  const begun = await db('worker_state').insert({ key, value: '', at: now }).onConflict('key').ignore().returning('key');
  if (begun.length === 1) return true;
  const taken = await db('worker_state')
    .where({ key })
    .where((late) => void late.where('at', '<=', notAfter).orWhere('at', '>', now))
    .update({ at: now });
  return taken === 1;
}

const findState = (db: Db, key: string) => db('worker_state').where({ key }).first();

async function saveState(db: Db, key: string, { value, at }: { value: string; at: Instant }): Promise<void> {
  await db('worker_state').insert({ key, value, at }).onConflict('key').merge(['value', 'at']);
}
