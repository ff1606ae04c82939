import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { Instant } from '../../lib/time';
import type { OutboxRow } from '../../mail/tables';
import { withoutAddresses, type Trouble, type TroubledMail } from './mail-desk';

/** Mails held or failed, newest first, without their text or address. One query. */
export async function listTroubledMails(db: Db, trouble: Trouble, cursor?: string): Promise<Page<TroubledMail>> {
  const after = decodeCursor(cursor);
  const query = troubled(db)
    .where('outbox.status', trouble)
    .orderBy('outbox.id', 'desc')
    .limit(pageSize + 1);
  if (after !== undefined) void query.where('outbox.id', '<', after.id);
  const rows = await query;
  return cutPage(rows.map(toTroubled), ({ id }) => ({ after: id, id }));
}

/** One mail in whatever state it is by now. */
export async function getTroubledMail(db: Db, id: string): Promise<TroubledMail> {
  const [row] = await troubled(db).where('outbox.id', id);
  if (row === undefined) throw new NotFound();
  return toTroubled(row);
}

/** Who stopped sending by hand, and in which words. */
export interface PauseWords {
  readonly name: string | null;
  readonly reason: string;
}

/** The words of the pause that began at this moment; undefined when nobody gave any. */
export async function findPauseWords(db: Db, since: Instant): Promise<PauseWords | undefined> {
  const [row] = await db('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .where('events.subject_kind', 'mail_desk')
    .where('events.action', 'messages.pauseMail')
    .where('events.at', since)
    .orderBy('events.place', 'desc')
    .limit(1)
    .select<{ details: string | null; name: string | null }[]>('events.details', 'people.name');
  if (row?.details == null) return undefined;
  const { after } = JSON.parse(row.details) as { after: { reason: string } };
  return { name: row.name, reason: after.reason };
}

interface Row extends Pick<OutboxRow, Exclude<keyof typeof columns, 'flagged' | 'body_of'>> {
  readonly flagged: string | null;
  readonly body_of: string | null;
}

const columns = {
  id: 'outbox.id',
  kind: 'outbox.kind',
  subject: 'outbox.subject',
  to_name: 'outbox.to_name',
  status: 'outbox.status',
  collaborative_id: 'outbox.collaborative_id',
  when_unknown: 'outbox.when_unknown',
  problem: 'outbox.problem',
  reply: 'outbox.reply',
  created_at: 'outbox.created_at',
  finished_at: 'outbox.finished_at',
  expires_at: 'outbox.expires_at',
  flagged: 'suppressions.address',
  body_of: 'outbox_bodies.outbox_id',
};

const troubled = (db: Db) =>
  db('outbox')
    .leftJoin('suppressions', (join) => void join.on('suppressions.address', db.raw('lower(outbox.to_address)')))
    .leftJoin('outbox_bodies', 'outbox_bodies.outbox_id', 'outbox.id')
    .select<Row[]>(columns);

const toTroubled = (row: Row): TroubledMail => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  toName: row.to_name,
  collaborativeId: row.collaborative_id,
  status: row.status,
  problem: row.problem,
  reply: row.reply === null ? null : withoutAddresses(row.reply),
  at: row.finished_at ?? row.created_at,
  expiresAt: row.expires_at,
  isAskedAnew: row.when_unknown === 'drop',
  isFlagged: row.flagged !== null,
  hasText: row.body_of !== null,
});
