import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { Criterion, Rubric } from './rubric';

export async function getRubric(db: Db, id: string): Promise<Rubric> {
  const row = await db('rubrics').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return {
    id: row.id,
    number: row.number,
    criteria: JSON.parse(row.criteria) as Criterion[],
    writtenBy: row.written_by,
    frozenAt: row.frozen_at,
  };
}

/** Keeps a new version of the rubric and answers its id. */
export async function insertRubric(tx: Pick<Deps, 'db' | 'newId'>, rubric: Omit<Rubric, 'id'>): Promise<string> {
  const id = tx.newId();
  await tx.db('rubrics').insert({
    id,
    number: rubric.number,
    criteria: JSON.stringify(rubric.criteria),
    written_by: rubric.writtenBy,
    frozen_at: rubric.frozenAt,
  });
  return id;
}

/** Freezes a rubric at the opening; frozen once, it stays. */
export const freezeRubric = (db: Db, id: string, at: string): Promise<number> =>
  db('rubrics').where({ id }).whereNull('frozen_at').update({ frozen_at: at });

export async function nextRubricNumber(db: Db): Promise<number> {
  const row = await db('rubrics').max({ newest: 'number' }).first();
  return Number(row?.newest ?? 0) + 1;
}
