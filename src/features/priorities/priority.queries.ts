import './tables';
import { toBoolean, type Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { LinkedPriority, Priority } from './priority';
import type { PriorityRow } from './tables';

/** All of a body in their order, the retired ones among them. One query. */
export async function listPriorities(db: Db, collaborativeId: string): Promise<Priority[]> {
  const rows = await db('priorities').where({ collaborative_id: collaborativeId }).orderBy(['place', 'id']);
  return rows.map(toPriority);
}

/** A priority of this body; undefined where there is none such. */
export async function findPriority(db: Db, collaborativeId: string, id: string): Promise<Priority | undefined> {
  const row = await db('priorities').where({ id, collaborative_id: collaborativeId }).first();
  return row === undefined ? undefined : toPriority(row);
}

/** The priority that a form already added, when it comes a second time. */
export async function addedByForm(db: Db, formKey: string): Promise<string | undefined> {
  return (await db('priorities').where({ form_key: formKey }).first('id'))?.id;
}

/** Writes a new priority with the key of the form it came by. */
export async function insertPriority(db: Db, priority: Priority, formKey: string): Promise<void> {
  const { id, collaborativeId, version } = priority;
  await db('priorities').insert({ id, collaborative_id: collaborativeId, form_key: formKey, version, ...columnsOf(priority) });
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function savePriority(db: Db, priority: Priority): Promise<void> {
  const { id, version } = priority;
  const saved = await db('priorities')
    .where({ id, version })
    .update({ ...columnsOf(priority), version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** Changes the places of two; their words and versions stay. */
export async function swapPlaces(db: Db, one: Priority, other: Priority): Promise<void> {
  await db('priorities').where({ id: one.id }).update({ place: other.place });
  await db('priorities').where({ id: other.id }).update({ place: one.place });
}

export const deletePriority = (db: Db, id: string): Promise<number> => db('priorities').where({ id, is_linked: false }).delete();

/**
 * The priority something is being linked to, kept for good from now on; null where none is chosen. Called in the transaction
 * that saves the link. Throws Conflict for one that is not (or no longer) of this body.
 */
export async function linkPriority(db: Db, collaborativeId: string, id: string | null): Promise<LinkedPriority | null> {
  if (id === null) return null;
  const priority = await findPriority(db, collaborativeId, id);
  if (priority === undefined) throw new Conflict();
  await db('priorities').where({ id }).update({ is_linked: true });
  return { id, title: priority.title };
}

/** The priority of a row that was joined with its title as `priority_title`. */
export const linkedPriority = (row: { priority_id: string | null; priority_title?: string | null }): LinkedPriority | null =>
  row.priority_id === null || row.priority_title == null ? null : { id: row.priority_id, title: toLocalText(row.priority_title) };

const toPriority = (row: PriorityRow): Priority => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  place: row.place,
  title: toLocalText(row.title),
  text: toLocalText(row.text),
  isLinked: toBoolean(row.is_linked),
  retiredAt: row.retired_at,
  version: row.version,
});

const columnsOf = ({ place, title, text, isLinked, retiredAt }: Priority) => ({
  place,
  title: JSON.stringify(title),
  text: JSON.stringify(text),
  is_linked: isLinked,
  retired_at: retiredAt,
});
