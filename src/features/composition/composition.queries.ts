import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { isDuplicate } from '../../db/dialect';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import { noGroup, type GroupNames, type Whereabouts } from './composition';
import type { Target, TargetSet } from './target';

interface Place {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

/** The targets of a collaborative in a cycle; version 0 until somebody sets some. */
export async function findTargets(db: Db, { cycleId, collaborativeId }: Place): Promise<TargetSet> {
  const row = await db('composition_targets').where({ cycle_id: cycleId, collaborative_id: collaborativeId }).first();
  if (row === undefined) return { id: '', cycleId, collaborativeId, targets: [], savedBy: null, savedAt: null, version: 0 };
  const targets = JSON.parse(row.targets) as Target[];
  return { id: row.id, cycleId, collaborativeId, targets, savedBy: row.saved_by, savedAt: row.saved_at, version: row.version };
}

/** Saves targets; throws Conflict when somebody else saved the same ones first. */
export async function saveTargets(tx: Pick<Deps, 'db' | 'newId'>, set: TargetSet): Promise<TargetSet> {
  const columns = { targets: JSON.stringify(set.targets), saved_by: set.savedBy, saved_at: set.savedAt };
  const { id, version } = set;
  if (version > 0) {
    const saved = await tx
      .db('composition_targets')
      .where({ id, version })
      .update({ ...columns, version: version + 1 });
    if (saved === 0) throw new Conflict();
    return { ...set, version: version + 1 };
  }
  const fresh = { ...set, id: tx.newId(), version: 1 };
  try {
    const place = { cycle_id: set.cycleId, collaborative_id: set.collaborativeId };
    await tx.db('composition_targets').insert({ id: fresh.id, ...place, ...columns, version: 1 });
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict();
    throw error;
  }
  return fresh;
}

interface WhereaboutsRow {
  id: string;
  school_id: string | null;
  school_name: string | null;
  school_area: string | null;
  area: string | null;
}

/** By candidacy: school and likely area, with their names. Two queries, whatever the number of people. */
export async function listWhereabouts(
  db: Db,
  { cycleId, collaborativeId }: Place,
): Promise<{ readonly of: ReadonlyMap<string, Whereabouts>; readonly names: GroupNames }> {
  const rows = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .leftJoin('schools', 'schools.id', 'applications.school_id')
    .leftJoin('zip_shares', (join) => {
      join.on('zip_shares.zip', 'applications.zip').andOnVal('zip_shares.is_primary', true);
    })
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .orderBy('candidacies.id')
    .select<WhereaboutsRow[]>(
      'candidacies.id',
      { school_id: 'schools.id', school_name: 'schools.name', school_area: 'schools.collaborative_id' },
      { area: 'zip_shares.collaborative_id' },
    );
  const areas = await db('collaboratives').orderBy('slug').select<{ id: string; area: string }[]>('id', 'area');
  return {
    of: new Map(
      rows.map((row) => [row.id, { school: row.school_id ?? noGroup, area: row.area ?? noGroup, schoolArea: row.school_area }] as const),
    ),
    names: {
      schools: new Map(rows.flatMap((row) => (row.school_id === null ? [] : [[row.school_id, row.school_name ?? ''] as const]))),
      areas: new Map(areas.map(({ id, area }) => [id, toLocalText(area)])),
    },
  };
}
