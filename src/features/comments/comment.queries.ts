import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import type { Comment, CommentStatus, NewComment } from './comment';
import type { CommentRow } from './tables';

/** Throws NotFound, also for a comment on another meeting. */
export async function getComment(db: Db, meetingId: string, id: string): Promise<Comment> {
  const row = await db('comments').where({ id, meeting_id: meetingId }).first();
  if (row === undefined) throw new NotFound();
  return toComment(row);
}

/** The comments on a meeting, in the order they came; one status, or all. */
export async function listComments(db: Db, meetingId: string, status?: CommentStatus): Promise<Comment[]> {
  const rows = await db('comments')
    .where({ meeting_id: meetingId, ...(status === undefined ? {} : { status }) })
    .orderBy(['sent_at', 'id']);
  return rows.map(toComment);
}

export async function insertComment(tx: Deps, wanted: NewComment): Promise<Comment> {
  const rest = { status: 'waiting', reason: null, checkedAt: null, checkedBy: null, version: 1 } as const;
  const comment: Comment = { ...wanted, ...rest, id: tx.newId(), sentAt: tx.clock.now() };
  await tx.db('comments').insert({
    id: comment.id,
    meeting_id: comment.meetingId,
    item_id: comment.itemId,
    name: comment.name,
    email: comment.email,
    locale: comment.locale,
    text: comment.text,
    status: comment.status,
    sent_at: comment.sentAt,
  });
  return comment;
}

/** Keeps what the check found; fails when somebody else checked it meanwhile. Answers the comment as saved. */
export async function saveCheck(db: Db, comment: Comment): Promise<Comment> {
  const { id, version, status, reason, checkedAt, checkedBy } = comment;
  const saved = await db('comments')
    .where({ id, version })
    .update({ status, reason, checked_at: checkedAt, checked_by: checkedBy, version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...comment, version: version + 1 };
}

const toComment = (row: CommentRow): Comment => ({
  id: row.id,
  meetingId: row.meeting_id,
  itemId: row.item_id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  text: row.text,
  status: row.status,
  reason: row.reason,
  sentAt: row.sent_at,
  checkedAt: row.checked_at,
  checkedBy: row.checked_by,
  version: row.version,
});
