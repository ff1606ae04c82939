import './tables';
import type { Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { DateMove } from './note-clock';
import type { NoteMoveRow } from './tables';

/** What moved a note's day, oldest first. */
export async function listMoves(db: Db, noteId: string): Promise<DateMove[]> {
  const rows = await db('note_moves').where({ note_id: noteId }).orderBy(['at', 'id']);
  return rows.map(toMove);
}

export async function insertMove(db: Db, move: DateMove): Promise<void> {
  await db('note_moves').insert({
    id: move.id,
    note_id: move.noteId,
    kind: move.kind,
    words: JSON.stringify(move.words),
    reply: null,
    from_on: move.from,
    to_on: move.to,
    at: move.at,
    by_id: move.by,
    replied_at: null,
    replied_by: null,
  });
}

/** Keeps the reply to the question that waits for one. */
export async function replyToQuestion(
  db: Db,
  noteId: string,
  { reply, to, at, by }: { readonly reply: string; readonly to: CalendarDate; readonly at: Instant; readonly by: string },
): Promise<void> {
  await db('note_moves')
    .where({ note_id: noteId, kind: 'question' })
    .whereNull('replied_at')
    .update({ reply, to_on: to, replied_at: at, replied_by: by });
}

/** A note that waits for the district: what its reminders need. */
export interface WaitingNote {
  readonly id: string;
  readonly status: 'delivered' | 'acknowledged';
  readonly deliveredAt: Instant;
  readonly acknowledgeBy: CalendarDate;
  readonly answerBy: CalendarDate;
  /** The answer lies with the approver. */
  readonly isWithApprover: boolean;
}

/** Notes whose clock runs, by day; `only` one of them. One query. */
export async function listWaitingNotes(db: Db, only?: string): Promise<WaitingNote[]> {
  const rows: {
    id: string;
    status: WaitingNote['status'];
    delivered_at: Instant;
    acknowledge_by: string;
    answer_by: string;
    answer: string | null;
  }[] = await db('notes')
    .leftJoin('note_answers', 'note_answers.note_id', 'notes.id')
    .whereIn('notes.status', ['delivered', 'acknowledged'])
    .whereNull('notes.stopped_on')
    .whereNotNull('notes.answer_by')
    .where((wanted) => void (only === undefined || wanted.where('notes.id', only)))
    .orderBy(['notes.answer_by', 'notes.id'])
    .select('notes.id', 'notes.status', 'notes.delivered_at', 'notes.acknowledge_by', 'notes.answer_by', 'note_answers.status as answer');
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    deliveredAt: row.delivered_at,
    acknowledgeBy: row.acknowledge_by,
    answerBy: row.answer_by,
    isWithApprover: row.answer === 'sent',
  }));
}

const toMove = (row: NoteMoveRow): DateMove => ({
  id: row.id,
  noteId: row.note_id,
  kind: row.kind,
  words: toLocalText(row.words),
  reply: row.reply === null ? null : toLocalText(row.reply),
  from: row.from_on,
  to: row.to_on,
  at: row.at,
  by: row.by_id,
  repliedAt: row.replied_at,
  repliedBy: row.replied_by,
});
