import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { CalendarDate, Instant } from '../../lib/time';

/** Days on which a reviewer does not read. */
export interface ReviewerAbsence {
  readonly id: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

/** Somebody, or an organization, that a reviewer knows too well to score. */
export interface StandingConflict {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
}

export async function listAbsencesOf(db: Db, personId: string): Promise<ReviewerAbsence[]> {
  const rows = await db('reviewer_absences').where({ person_id: personId }).orderBy('from_on');
  return rows.map((row) => ({ id: row.id, fromOn: row.from_on, toOn: row.to_on }));
}

export async function insertAbsence(
  tx: Pick<Deps, 'db' | 'newId'>,
  personId: string,
  { fromOn, toOn }: Omit<ReviewerAbsence, 'id'>,
): Promise<void> {
  const row = { id: tx.newId(), person_id: personId, from_on: fromOn, to_on: toOn };
  await tx.db('reviewer_absences').insert(row).onConflict(['person_id', 'from_on', 'to_on']).ignore();
}

/** Takes away a person's own absence. Answers whether there was one. */
export const deleteAbsence = async (db: Db, personId: string, id: string): Promise<boolean> =>
  (await db('reviewer_absences').where({ id, person_id: personId }).delete()) > 0;

export async function listStandingConflicts(db: Db, personId: string): Promise<StandingConflict[]> {
  const rows = await db('standing_conflicts').where({ person_id: personId }).orderBy('id');
  return rows.map(({ id, kind, name }) => ({ id, kind, name }));
}

export async function insertStandingConflict(
  tx: Pick<Deps, 'db' | 'newId'>,
  personId: string,
  { kind, name, at }: Omit<StandingConflict, 'id'> & { at: Instant },
): Promise<void> {
  await tx.db('standing_conflicts').insert({ id: tx.newId(), person_id: personId, kind, name, declared_at: at });
}

/** Takes away a person's own declaration. Answers whether there was one. */
export const deleteStandingConflict = async (db: Db, personId: string, id: string): Promise<boolean> =>
  (await db('standing_conflicts').where({ id, person_id: personId }).delete()) > 0;
