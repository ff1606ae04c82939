import type { Db } from '../db/database';
import type { Instant } from '../lib/time';
import type { OutboxStatus } from './tables';
import { findBeat, findPause, type Pause } from './worker-state.queries';
import './tables';

/** Held: a person knows it arrived. False when it is not held any more. */
export async function confirmArrival(db: Db, id: string, now: Instant): Promise<boolean> {
  const changed = await db('outbox').where({ id, status: 'held' }).update({ status: 'sent', token: null, finished_at: now });
  return changed === 1;
}

/** Held or failed: a person wants it sent again, as if new; what expires later still does. False when it is in another state by now. */
export async function sendAgain(db: Db, id: string, now: Instant): Promise<boolean> {
  const changed = await db('outbox')
    .where({ id })
    .whereIn('status', ['held', 'failed', 'suppressed', 'expired'])
    .update({
      status: 'queued',
      token: null,
      due_at: now,
      expires_at: db.raw('case when expires_at > ? then expires_at end', [now]) as never,
      tries: 0,
      first_tried_at: null,
      problem: null,
      reply: null,
      finished_at: null,
    });
  return changed === 1;
}

/** Takes back what is queued about a thing (for one person, of some kinds): withdrawn, removed, moved. Answers how many. */
export async function cancelMails(
  db: Db,
  about: { readonly kind: string; readonly id: string },
  given: { readonly now: Instant; readonly personId?: string; readonly kinds?: readonly string[] },
): Promise<number> {
  const { now, personId, kinds } = given;
  const query = db('outbox').where({ about_kind: about.kind, about_id: about.id, status: 'queued' });
  if (personId !== undefined) void query.where('person_id', personId);
  if (kinds !== undefined) void query.whereIn('kind', kinds);
  return query.update({ status: 'cancelled', problem: 'not_due', finished_at: now });
}

/** What waits for a person goes to their new address; letters meant for the old one are queued after this. */
export const readdressMails = (
  db: Db,
  change: { readonly personId: string; readonly from: string; readonly to: string },
): Promise<number> =>
  db('outbox').where({ person_id: change.personId, to_address: change.from, status: 'queued' }).update({ to_address: change.to });

/** Forgets the text of mails older than an id (ids sort by time); kind, time and state stay (reliability.md 4.12). */
export const forgetBodies = (db: Db, before: string): Promise<number> => {
  const mayStillGo = db('outbox').select('id').whereIn('status', ['queued', 'claimed', 'handed', 'held']);
  return db('outbox_bodies').where('outbox_id', '<', before).whereNotIn('outbox_id', mayStillGo).delete();
};

/** Of a mail that leaves no trace, after a turn: what the server said of its reader, and, once it is over, its words and reader. */
export async function forgetTraces(db: Db, id: string, turn: 'waits' | 'over'): Promise<void> {
  if (turn === 'over') await db('outbox_bodies').where({ outbox_id: id }).delete();
  await db('outbox').where({ id }).update({ reply: null });
}

/** The same for all mails of a kind that are over without a turn, or whose worker died after it. Answers how many. */
export const forgetOver = (db: Db, kind: string): Promise<number> => {
  const over = db('outbox').select('id').where({ kind }).whereNotIn('status', ['queued', 'claimed', 'handed']);
  return db('outbox_bodies').whereIn('outbox_id', over).delete();
};

export interface MailHealth {
  readonly counts: Readonly<Partial<Record<OutboxStatus, number>>>;
  /** Since when the longest waiting mail should have gone; null when none is late. */
  readonly oldestDueAt: Instant | null;
  /** When the worker last gave a sign; silent for two minutes means dead. */
  readonly beat: Instant | null;
  readonly pause: Pause | null;
}

/** What a health page or the administrators' digest says of mail. */
export async function getMailHealth(db: Db, now: Instant): Promise<MailHealth> {
  const counted: { status: OutboxStatus; n: number | string }[] = await db('outbox').groupBy('status').select('status').count({ n: '*' });
  const oldest = await db('outbox').where('status', 'queued').where('due_at', '<=', now).min({ at: 'due_at' }).first();
  return {
    counts: Object.fromEntries(counted.map(({ status, n }) => [status, Number(n)])),
    oldestDueAt: (oldest as { at: Instant | null } | undefined)?.at ?? null,
    beat: await findBeat(db),
    pause: await findPause(db),
  };
}
