import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import type { Criterion, Rubric, RubricVersion } from './rubric';
import type { RubricRow } from './tables';

export async function getRubric(db: Db, id: string): Promise<RubricVersion> {
  const row = await db('rubrics').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toRubric(row);
}

export type NewRubric = Omit<Rubric, 'id'> & Partial<Pick<RubricVersion, 'line' | 'note' | 'writtenAt'>>;

/** Keeps a rubric, the first of its line unless a line is named, and answers its id. */
export async function insertRubric(tx: Pick<Deps, 'db' | 'newId'>, rubric: NewRubric): Promise<string> {
  const id = tx.newId();
  const { line = id, note = null, writtenAt = null } = rubric;
  await tx.db('rubrics').insert({
    id,
    number: rubric.number,
    criteria: JSON.stringify(rubric.criteria),
    written_by: rubric.writtenBy,
    frozen_at: rubric.frozenAt,
    line,
    note,
    written_at: writtenAt,
    version: 1,
  });
  return id;
}

/** Saves what changed of a rubric that is not frozen; fails when somebody else saved it first or it was frozen meanwhile. */
export async function saveRubric(db: Db, rubric: RubricVersion): Promise<RubricVersion> {
  const { id, version } = rubric;
  const saved = await db('rubrics')
    .where({ id, version })
    .whereNull('frozen_at')
    .update({
      criteria: JSON.stringify(rubric.criteria),
      note: rubric.note,
      written_by: rubric.writtenBy,
      written_at: rubric.writtenAt,
      version: version + 1,
    });
  if (saved === 0) throw new Conflict();
  return { ...rubric, version: version + 1 };
}

/** Freezes a rubric at the opening; frozen once, it stays. */
export const freezeRubric = (db: Db, id: string, at: string): Promise<number> =>
  db('rubrics').where({ id }).whereNull('frozen_at').update({ frozen_at: at });

/** All versions of a rubric, the latest first. */
export async function listRubricVersions(db: Db, line: string): Promise<RubricVersion[]> {
  const rows = await db('rubrics').where({ line }).orderBy('number', 'desc');
  return rows.map(toRubric);
}

/** Throws a version away that was never in force. */
export const deleteRubricDraft = (db: Db, { id, version }: Pick<RubricVersion, 'id' | 'version'>): Promise<number> =>
  db('rubrics').where({ id, version }).whereNull('frozen_at').delete();

const toRubric = (row: RubricRow): RubricVersion => ({
  id: row.id,
  number: row.number,
  criteria: JSON.parse(row.criteria) as Criterion[],
  writtenBy: row.written_by,
  frozenAt: row.frozen_at,
  line: row.line,
  note: row.note,
  writtenAt: row.written_at,
  version: row.version,
});
