import './tables';
import type { Db } from '../../db/database';
import { isDuplicate } from '../../db/dialect';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { ActionItem } from './action-item';
import type { ActionItemRow, MeetingNoteRow } from './tables';

/** What was written down under an item of the agenda. */
export interface ItemNote {
  readonly itemId: string;
  readonly text: string;
  readonly savedAt: Instant;
  /** 0 before anything was written. */
  readonly version: number;
}

/** The notes of a meeting, one for each item that has any. */
export async function listNotes(db: Db, meetingId: string): Promise<ItemNote[]> {
  const rows = await db('meeting_notes')
    .join('agenda_items', 'agenda_items.id', 'meeting_notes.item_id')
    .where('agenda_items.meeting_id', meetingId)
    .orderBy('agenda_items.place')
    .select<MeetingNoteRow[]>('meeting_notes.*');
  return rows.map((row) => ({ itemId: row.item_id, text: row.text, savedAt: row.saved_at, version: row.version }));
}

export async function findNote(db: Db, itemId: string): Promise<ItemNote | undefined> {
  const row = await db('meeting_notes').where({ item_id: itemId }).first();
  return row === undefined ? undefined : { itemId: row.item_id, text: row.text, savedAt: row.saved_at, version: row.version };
}

/** Saves over the version that was read (0: none yet) and answers the note as saved. Throws Conflict when another was first. */
export async function saveNote(db: Db, note: ItemNote): Promise<ItemNote> {
  const saved = { ...note, version: note.version + 1 };
  const row: MeetingNoteRow = { item_id: note.itemId, text: note.text, saved_at: note.savedAt, version: saved.version };
  if (note.version === 0) await insertFirst(db, row);
  else {
    const changed = await db('meeting_notes').where({ item_id: note.itemId, version: note.version }).update(row);
    if (changed === 0) throw new Conflict();
  }
  return saved;
}

async function insertFirst(db: Db, row: MeetingNoteRow): Promise<void> {
  try {
    await db('meeting_notes').insert(row);
  } catch (error) {
    throw isDuplicate(error) ? new Conflict() : error;
  }
}

/** What is to be done after a meeting, in the order it was agreed. */
export async function listActionItems(db: Db, meetingId: string): Promise<ActionItem[]> {
  const rows = await db('action_items').where({ meeting_id: meetingId }).orderBy(['made_at', 'id']);
  return rows.map(toActionItem);
}

/** Throws NotFound, also for one of another meeting. */
export async function getActionItem(db: Db, meetingId: string, id: string): Promise<ActionItem> {
  const row = await db('action_items').where({ meeting_id: meetingId, id }).first();
  if (row === undefined) throw new NotFound();
  return toActionItem(row);
}

export async function insertActionItem(db: Db, item: ActionItem): Promise<void> {
  await db('action_items').insert(fromActionItem(item));
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveActionItem(db: Db, item: ActionItem): Promise<void> {
  const { id, version } = item;
  const changed = await db('action_items')
    .where({ id, version })
    .update(fromActionItem({ ...item, version: version + 1 }));
  if (changed === 0) throw new Conflict();
}

const toActionItem = (row: ActionItemRow): ActionItem => ({
  id: row.id,
  meetingId: row.meeting_id,
  itemId: row.item_id,
  text: row.text,
  ownerId: row.owner_id,
  dueOn: row.due_on,
  status: row.status,
  madeAt: row.made_at,
  version: row.version,
});

const fromActionItem = (item: ActionItem): ActionItemRow => ({
  id: item.id,
  meeting_id: item.meetingId,
  item_id: item.itemId,
  text: item.text,
  owner_id: item.ownerId,
  due_on: item.dueOn,
  status: item.status,
  made_at: item.madeAt,
  version: item.version,
});
