import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { SavedView } from './saved-view';
import type { SavedViewRow } from './tables';

/** A person's own views of a collaborative's lists and those shared there, by name. One query. */
export async function listSavedViews(db: Db, collaborativeId: string, personId: string): Promise<SavedView[]> {
  const rows = await db('saved_views')
    .where({ collaborative_id: collaborativeId })
    .where((query) => void query.where({ owner_id: personId }).orWhere({ is_shared: true }))
    .orderBy(['name', 'id'])
    .limit(60);
  return rows.map(toSavedView);
}

export async function getSavedView(db: Db, id: string): Promise<SavedView> {
  const row = await db('saved_views').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toSavedView(row);
}

/** Saves a view; one's own view of the same name is replaced. */
export async function saveView(tx: Pick<Deps, 'db' | 'newId' | 'clock'>, view: Omit<SavedView, 'id'> & { id?: string }): Promise<void> {
  const row: SavedViewRow = {
    id: view.id ?? tx.newId(),
    collaborative_id: view.collaborativeId,
    owner_id: view.ownerId,
    name: view.name,
    query: view.query,
    is_shared: view.isShared,
    saved_at: tx.clock.now(),
  };
  if (view.id !== undefined) await tx.db('saved_views').where({ id: view.id }).update(row);
  else
    await tx.db('saved_views').insert(row).onConflict(['collaborative_id', 'owner_id', 'name']).merge(['query', 'is_shared', 'saved_at']);
}

export const deleteSavedView = (db: Db, id: string): Promise<number> => db('saved_views').where({ id }).delete();

/** Whether a person has another view of this name there. */
export async function isNameTaken(db: Db, view: Pick<SavedView, 'id' | 'collaborativeId' | 'ownerId'>, name: string): Promise<boolean> {
  const row = await db('saved_views')
    .where({ collaborative_id: view.collaborativeId, owner_id: view.ownerId, name })
    .whereNot({ id: view.id })
    .first();
  return row !== undefined;
}

const toSavedView = (row: SavedViewRow): SavedView => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  ownerId: row.owner_id,
  name: row.name,
  query: row.query,
  isShared: toBoolean(row.is_shared),
});
