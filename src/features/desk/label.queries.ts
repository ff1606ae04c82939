import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import type { Instant } from '../../lib/time';
import type { StaffLabel } from './label';

/** The labels of a collaborative by name. One query. */
export async function listLabels(db: Db, collaborativeId: string): Promise<StaffLabel[]> {
  const rows = await db('staff_labels').where({ collaborative_id: collaborativeId }).orderBy('name').limit(100);
  return rows.map(({ id, name, tone }) => ({ id, collaborativeId, name, tone }));
}

export async function getLabel(db: Db, id: string): Promise<StaffLabel> {
  const row = await db('staff_labels').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return { id, collaborativeId: row.collaborative_id, name: row.name, tone: row.tone };
}

/** Adds a label, or finds the one of that name. */
export async function keepLabel(tx: Pick<Deps, 'db' | 'newId'>, wanted: Omit<StaffLabel, 'id'>): Promise<StaffLabel> {
  const { collaborativeId, name, tone } = wanted;
  await tx
    .db('staff_labels')
    .insert({ id: tx.newId(), collaborative_id: collaborativeId, name, tone })
    .onConflict(['collaborative_id', 'name'])
    .ignore();
  const row = await tx.db('staff_labels').where({ collaborative_id: collaborativeId, name }).first();
  if (row === undefined) throw new NotFound();
  return { id: row.id, collaborativeId, name, tone: row.tone };
}

/** The labels of these candidacies. One query. */
export async function labelsOf(db: Db, candidacyIds: readonly string[]): Promise<ReadonlyMap<string, readonly StaffLabel[]>> {
  const rows = await db('candidacy_labels')
    .join('staff_labels', 'staff_labels.id', 'candidacy_labels.label_id')
    .whereIn('candidacy_labels.candidacy_id', candidacyIds)
    .orderBy('staff_labels.name')
    .select<(StaffLabel & { candidacy_id: string })[]>(
      'staff_labels.id',
      'staff_labels.name',
      'staff_labels.tone',
      'candidacy_labels.candidacy_id',
      { collaborativeId: 'staff_labels.collaborative_id' },
    );
  return groupBy(rows, (row) => row.candidacy_id);
}

const batch = 400;

/** Puts a label on candidacies; where it is already, nothing happens. */
export async function addLabel(db: Db, label: StaffLabel, candidacyIds: readonly string[], by: { id: string; at: Instant }): Promise<void> {
  for (let from = 0; from < candidacyIds.length; from += batch)
    await db('candidacy_labels')
      .insert(
        candidacyIds.slice(from, from + batch).map((id) => ({ label_id: label.id, candidacy_id: id, added_by: by.id, added_at: by.at })),
      )
      .onConflict(['label_id', 'candidacy_id'])
      .ignore();
}

export async function takeLabel(db: Db, label: StaffLabel, candidacyIds: readonly string[]): Promise<void> {
  for (let from = 0; from < candidacyIds.length; from += batch)
    await db('candidacy_labels')
      .where({ label_id: label.id })
      .whereIn('candidacy_id', candidacyIds.slice(from, from + batch))
      .delete();
}
