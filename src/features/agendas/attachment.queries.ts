import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Attachment } from './attachment';
import type { AttachmentRow } from './tables';

/** The papers of a meeting in the order they came, with those taken off. */
export async function listAttachments(db: Db, meetingId: string): Promise<Attachment[]> {
  const rows = await db('attachments').where({ meeting_id: meetingId }).orderBy(['added_at', 'id']);
  return rows.map(toAttachment);
}

/** How many papers of each meeting went up by themselves, since they came after the deadline; meetings without any are missing. */
export async function countPapersAtOnce(db: Db, meetingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows: { meeting_id: string; count: number | string }[] = await db('attachments')
    .whereIn('meeting_id', meetingIds)
    .whereNotNull('published_at')
    .groupBy('meeting_id')
    .select('meeting_id')
    .count({ count: '*' });
  return new Map(rows.map(({ meeting_id: id, count }) => [id, Number(count)]));
}

/** The papers of these lines that were not taken off, in the order they came. */
export async function listPapersOf(db: Db, itemIds: readonly string[]): Promise<Attachment[]> {
  const rows = await db('attachments').whereIn('item_id', itemIds).whereNull('removed_at').orderBy(['added_at', 'id']);
  return rows.map(toAttachment);
}

/** Throws NotFound. */
export async function getAttachment(db: Db, meetingId: string, id: string): Promise<Attachment> {
  const row = await db('attachments').where({ meeting_id: meetingId, id }).first();
  if (row === undefined) throw new NotFound();
  return toAttachment(row);
}

/** Which of these hashes a paper has, taken off or not. */
export async function listPaperHashes(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < sha256s.length; from += 500) {
    const hashes = await db('attachments')
      .whereIn('sha256', sha256s.slice(from, from + 500))
      .distinct()
      .pluck('sha256');
    for (const hash of hashes) found.add(hash);
  }
  return found;
}

export async function insertAttachment(db: Db, attachment: Attachment): Promise<void> {
  await db('attachments').insert(toRow(attachment));
}

/** Takes papers off: those the public saw stay on record, the others go. */
export async function takeOff(
  db: Db,
  papers: { readonly seen: readonly string[]; readonly unseen: readonly string[] },
  at: Instant,
): Promise<void> {
  await db('attachments').whereIn('id', papers.seen).whereNull('removed_at').update({ removed_at: at });
  await db('attachments').whereIn('id', papers.unseen).delete();
}

const toAttachment = (row: AttachmentRow): Attachment => ({
  id: row.id,
  meetingId: row.meeting_id,
  itemId: row.item_id,
  title: toLocalText(row.title),
  name: row.name,
  kind: row.kind,
  bytes: row.bytes,
  sha256: row.sha256,
  readable: row.readable,
  addedAt: row.added_at,
  addedBy: row.added_by,
  publishedAt: row.published_at,
  removedAt: row.removed_at,
});

const toRow = (attachment: Attachment): AttachmentRow => ({
  id: attachment.id,
  meeting_id: attachment.meetingId,
  item_id: attachment.itemId,
  title: JSON.stringify(attachment.title),
  name: attachment.name,
  kind: attachment.kind,
  bytes: attachment.bytes,
  sha256: attachment.sha256,
  readable: attachment.readable,
  added_at: attachment.addedAt,
  added_by: attachment.addedBy,
  published_at: attachment.publishedAt,
  removed_at: attachment.removedAt,
});
