import type { Db } from '../db/database';
import { skippingLocked } from '../db/dialect';
import { plusElapsed, type Instant } from '../lib/time';
import type { OutboxRow, OutboxStatus, Problem } from './tables';
import './tables';

/** `urgent` carries what someone waits for; a slow server in the other lane does not hold it up. */
export type Lane = 'urgent' | 'rest';

/** A worker's hold on mails: every later write names the token, so a worker that lost its lease changes nothing. */
export interface Claim {
  readonly token: string;
  readonly now: Instant;
  readonly leaseSeconds: number;
}

/** How a mail's turn ended. */
export interface Ending {
  readonly id: string;
  readonly status: Exclude<OutboxStatus, 'claimed' | 'handed'>;
  readonly problem: Problem | null;
  readonly reply: string | null;
  /** For those that go back into the queue. */
  readonly dueAt?: Instant;
  readonly tries?: number;
  readonly resent?: boolean;
}

const batchSize = 100;

/** Columns a new mail has nothing in yet: left out of the insert, where they would cost as much as the others. */
type NewRow = Omit<OutboxRow, 'token' | 'lease_until' | 'tries' | 'first_tried_at' | 'resent' | 'problem' | 'reply' | 'finished_at'>;

export interface NewMail {
  readonly row: NewRow;
  /** Sealed. */
  readonly body: string;
}

/** Inserts mails; those whose dedupe key is taken are left out. Answers how many went in. */
export async function insertMails(db: Db, mails: readonly NewMail[]): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < mails.length; at += batchSize) inserted += await insertBatch(db, mails.slice(at, at + batchSize));
  return inserted;
}

async function insertBatch(db: Db, mails: readonly NewMail[]): Promise<number> {
  const rows = mails.map(({ row }) => row as OutboxRow);
  const inserted = new Set((await db('outbox').insert(rows).onConflict('dedupe_key').ignore().returning('id')).map(({ id }) => id));
  const bodies = mails.filter(({ row }) => inserted.has(row.id)).map(({ row, body }) => ({ outbox_id: row.id, body }));
  if (bodies.length > 0) await db('outbox_bodies').insert(bodies);
  return inserted.size;
}

/** The sealed bodies of mails, by id; those that were purged are not there. */
export async function bodiesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db('outbox_bodies').whereIn('outbox_id', ids);
  return new Map(rows.map(({ outbox_id, body }) => [outbox_id, body]));
}

/** Takes up to `limit` due mails of a lane for this token, the most urgent and oldest first. */
export async function claimMails(db: Db, claim: Claim, { lane, limit }: { lane: Lane; limit: number }): Promise<OutboxRow[]> {
  const { token, now } = claim;
  const due = db('outbox')
    .select('id')
    .where('status', 'queued')
    .where('priority', lane === 'urgent' ? '=' : '>', 0)
    .where('due_at', '<=', now)
    .orderBy(['priority', 'due_at', 'id'])
    .limit(limit);
  const rows: OutboxRow[] = await db('outbox')
    .with('due', skippingLocked(due))
    .whereIn('id', db('due').select('id'))
    .update({
      status: 'claimed',
      token,
      lease_until: leaseEnd(claim),
      first_tried_at: db.raw('coalesce(first_tried_at, ?)', [now]) as never,
    })
    .returning('*');
  return rows.sort(byTurn);
}

/** Marks mails as handed to the server, durably, just before the final dot. Answers which of them still had the lease. */
export async function markHanded(db: Db, claim: Claim, ids: readonly string[]): Promise<Set<string>> {
  const marked = await db('outbox')
    .whereIn('id', ids)
    .where({ token: claim.token, status: 'claimed' })
    .update({ status: 'handed', lease_until: leaseEnd(claim) })
    .returning('id');
  return new Set(marked.map(({ id }) => id));
}

/** Records mails the server took. One found held meanwhile (its worker was thought dead) is known to be sent after all. */
export async function markSent(db: Db, { token, now }: Claim, ids: readonly string[]): Promise<void> {
  await db('outbox')
    .whereIn('id', ids)
    .where({ token })
    .whereIn('status', ['claimed', 'handed', 'held'])
    .update({ status: 'sent', token: null, lease_until: null, problem: null, reply: null, finished_at: now });
}

/** Records how a mail's turn ended, if this worker still holds it. */
export async function saveEnding(db: Db, { token, now }: Claim, ending: Ending): Promise<void> {
  const { id, status, problem, reply, dueAt, tries, resent } = ending;
  await db('outbox')
    .where({ id, token })
    .whereIn('status', ['claimed', 'handed', 'held'])
    .update({
      status,
      problem,
      reply,
      token: null,
      lease_until: null,
      finished_at: status === 'queued' ? null : now,
      ...(dueAt === undefined ? {} : { due_at: dueAt }),
      ...(tries === undefined ? {} : { tries }),
      ...(resent === undefined ? {} : { resent }),
    });
}

/** Keeps the lease while a slow server is at it. */
export async function renewLease(db: Db, claim: Claim): Promise<void> {
  await db('outbox')
    .where({ token: claim.token })
    .whereIn('status', ['claimed', 'handed'])
    .update({ lease_until: leaseEnd(claim) });
}

/** Gives back mails that were claimed and not begun. */
export async function releaseMails(
  db: Db,
  { token }: Claim,
  back: { ids: readonly string[]; dueAt?: Instant; problem?: Problem },
): Promise<void> {
  const { ids, dueAt, problem } = back;
  await db('outbox')
    .whereIn('id', ids)
    .where({ token, status: 'claimed' })
    .update({
      status: 'queued',
      token: null,
      lease_until: null,
      ...(dueAt === undefined ? {} : { due_at: dueAt }),
      ...(problem === undefined ? {} : { problem }),
    });
}

/**
 * Puts right what a dead worker left: claimed goes back into the queue; handed may have arrived, so it is held, unless
 * its kind says otherwise. Mails past their use expire.
 */
export async function sweepOutbox(db: Db, now: Instant): Promise<void> {
  if (!(await needsSweep(db, now))) return;
  const lapsed = (status: OutboxStatus) => db('outbox').where('status', status).where('lease_until', '<', now);
  await lapsed('claimed').update({ status: 'queued', token: null, lease_until: null });
  await lapsed('handed')
    .where({ when_unknown: 'resend_once', resent: false })
    .update({ status: 'queued', token: null, lease_until: null, resent: true, due_at: now, problem: 'unknown' });
  await lapsed('handed')
    .where('when_unknown', 'drop')
    .update({ status: 'cancelled', lease_until: null, problem: 'unknown', finished_at: now });
  await lapsed('handed').update({ status: 'held', lease_until: null, problem: 'unknown', finished_at: now });
  await db('outbox').where('status', 'queued').where('expires_at', '<=', now).update({ status: 'expired', finished_at: now });
}

async function needsSweep(db: Db, now: Instant): Promise<boolean> {
  const lapsed = db('outbox').select('id').whereIn('status', ['claimed', 'handed']).where('lease_until', '<', now).limit(1);
  const expired = db('outbox').select('id').where('status', 'queued').where('expires_at', '<=', now).limit(1);
  const [found] = await Promise.all([lapsed, expired]).then((rows) => rows.flat());
  return found !== undefined;
}

/** After the server came back: what waited for it goes now. */
export async function wakeUnreachable(db: Db, now: Instant): Promise<void> {
  await db('outbox').where({ status: 'queued', problem: 'unreachable' }).where('due_at', '>', now).update({ due_at: now });
}

const leaseEnd = ({ now, leaseSeconds }: Claim): Instant => plusElapsed(now, { seconds: leaseSeconds });

function byTurn(a: OutboxRow, b: OutboxRow): number {
  return a.priority - b.priority || compare(a.due_at, b.due_at) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
