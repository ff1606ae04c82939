import './tables';
import { toBoolean, type Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import { idOf, linkedPriority } from '../priorities';
import type { AgendaItem } from './agenda-item';
import type { AgendaItemRow } from './tables';

/** The items of a meeting in their order, as they stand on the desk (the draft, not the posting). */
export async function listItems(db: Db, meetingId: string): Promise<AgendaItem[]> {
  const rows = await withPriority(db).where('agenda_items.meeting_id', meetingId).orderBy(['agenda_items.place', 'agenda_items.id']);
  return rows.map(toItem);
}

/** Throws NotFound. */
export async function getItem(db: Db, id: string): Promise<AgendaItem> {
  const [row] = await withPriority(db).where('agenda_items.id', id);
  if (row === undefined) throw new NotFound();
  return toItem(row);
}

const withPriority = (db: Db) =>
  db('agenda_items')
    .leftJoin('priorities', 'priorities.id', 'agenda_items.priority_id')
    .select<PrioritizedRow[]>('agenda_items.*', { priority_title: 'priorities.title' });

export async function insertItem(db: Db, item: AgendaItem): Promise<void> {
  await db('agenda_items').insert(toRow(item));
}

/** Saves over the version that was read and answers the item as saved. Throws Conflict when another was first. */
export async function saveItem(tx: { readonly db: Db }, item: AgendaItem): Promise<AgendaItem> {
  const { id, version } = item;
  const saved = { ...item, version: version + 1 };
  const changed = await tx.db('agenda_items').where({ id, version }).update(toRow(saved));
  if (changed === 0) throw new Conflict();
  return saved;
}

/** Writes the places of items that moved; their words and versions stay. */
export async function savePlaces(db: Db, before: readonly AgendaItem[], after: readonly AgendaItem[]): Promise<void> {
  const places = new Map(before.map((item) => [item.id, item.place]));
  for (const { id, place } of after) if (places.get(id) !== place) await db('agenda_items').where({ id }).update({ place });
}

/** Keeps which items may only be told, as the posting just made says. */
export async function saveInformationOnly(db: Db, items: readonly Pick<AgendaItem, 'id' | 'isInformationOnly'>[]): Promise<void> {
  for (const flag of [true, false]) {
    const ids = items.filter(({ isInformationOnly }) => isInformationOnly === flag).map(({ id }) => id);
    await db('agenda_items').whereIn('id', ids).update({ is_information_only: flag });
  }
}

export async function deleteItem(db: Db, item: Pick<AgendaItem, 'id' | 'version'>): Promise<void> {
  const { id, version } = item;
  const deleted = await db('agenda_items').where({ id, version }).delete();
  if (deleted === 0) throw new Conflict();
}

/** A row joined with the present name of its priority. */
export type PrioritizedRow = AgendaItemRow & { priority_title: string | null };

export const toItem = (row: PrioritizedRow): AgendaItem => ({
  id: row.id,
  meetingId: row.meeting_id,
  place: row.place,
  kind: row.kind,
  title: toLocalText(row.title),
  purpose: row.purpose,
  presenter: row.presenter,
  minutes: row.minutes,
  text: toLocalText(row.text),
  isAction: toBoolean(row.is_action),
  isConsent: toBoolean(row.is_consent),
  noteId: row.note_id,
  priority: linkedPriority(row),
  approvesMinutesOf: row.approves_minutes_of,
  carriedFrom: originOf(row),
  addedAt: row.added_at,
  isInformationOnly: toBoolean(row.is_information_only),
  outcome: row.outcome,
  outcomeWords: row.outcome_words,
  version: row.version,
});

function originOf({ carried_item: itemId, carried_meeting: meetingId, carried_at: startsAt }: AgendaItemRow): AgendaItem['carriedFrom'] {
  return itemId === null || meetingId === null || startsAt === null ? null : { itemId, meetingId, startsAt };
}

const toRow = (item: AgendaItem): AgendaItemRow => ({
  id: item.id,
  meeting_id: item.meetingId,
  place: item.place,
  kind: item.kind,
  title: JSON.stringify(item.title),
  purpose: item.purpose,
  presenter: item.presenter,
  minutes: item.minutes,
  text: JSON.stringify(item.text),
  is_action: item.isAction,
  is_consent: item.isConsent,
  note_id: item.noteId,
  priority_id: idOf(item.priority),
  approves_minutes_of: item.approvesMinutesOf,
  carried_item: item.carriedFrom?.itemId ?? null,
  carried_meeting: item.carriedFrom?.meetingId ?? null,
  carried_at: item.carriedFrom?.startsAt ?? null,
  added_at: item.addedAt,
  is_information_only: item.isInformationOnly,
  outcome: item.outcome,
  outcome_words: item.outcomeWords,
  version: item.version,
});
