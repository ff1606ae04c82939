import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { cleanText } from '../../lib/text';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { cycleIsOpen, usualCycleSettings, type Cycle, type CycleSettings } from './cycle';
import type { CycleRow } from './tables';

export type NewCycle = Omit<Cycle, 'id' | 'version'>;

export async function getCycle(db: Db, id: string): Promise<Cycle> {
  return one(db, await db('cycles').where({ id }));
}

export async function getCycleByCode(db: Db, code: string): Promise<Cycle> {
  return one(db, await db('cycles').where({ code: cleanText(code) }));
}

export const findCycleByCode = async (db: Db, code: string): Promise<Cycle | undefined> =>
  (await toCycles(db, await db('cycles').where({ code })))[0];

/** Every cycle, the latest first. Two queries. */
export const listCycles = async (db: Db): Promise<Cycle[]> =>
  toCycles(db, await db('cycles').orderBy([{ column: 'opens_at', order: 'desc' }, { column: 'code' }]));

/** Cycles that take applications now, the one that closes first in front. */
export async function listOpenCycles(db: Db, now: Instant): Promise<Cycle[]> {
  const rows = await db('cycles').whereIn('status', ['scheduled', 'open']).orderBy(['closes_at', 'code']);
  return (await toCycles(db, rows)).filter((cycle) => cycleIsOpen(cycle, now));
}

/** Cycles that are planned and have not opened, the nearest first. Two queries. */
export const listUpcomingCycles = async (db: Db): Promise<Cycle[]> =>
  toCycles(db, await db('cycles').where('status', 'scheduled').orderBy(['opens_at', 'code']));

/** Cycles that dates may move. */
export const listMovingCycles = async (db: Db): Promise<Cycle[]> =>
  toCycles(db, await db('cycles').whereIn('status', ['scheduled', 'open', 'closed', 'in_review']).orderBy('code'));

/** Adds a cycle with its collaboratives and answers it. */
export async function insertCycle(tx: Pick<Deps, 'db' | 'newId'>, wanted: NewCycle): Promise<Cycle> {
  const cycle: Cycle = { ...wanted, id: tx.newId(), version: 1 };
  await tx.db('cycles').insert({ id: cycle.id, version: 1, ...columnsOf(cycle) });
  await saveCollaboratives(tx.db, cycle);
  return cycle;
}

/** Saves what changed; fails when somebody else saved the same cycle first. */
export async function saveCycle(db: Db, cycle: Cycle): Promise<Cycle> {
  const { id, version } = cycle;
  const saved = await db('cycles')
    .where({ id, version })
    .update({ ...columnsOf(cycle), version: version + 1 });
  if (saved === 0) throw new Conflict();
  await saveCollaboratives(db, cycle);
  return { ...cycle, version: version + 1 };
}

async function saveCollaboratives(db: Db, { id, collaborativeIds }: Cycle): Promise<void> {
  await db('cycle_collaboratives').where({ cycle_id: id }).whereNotIn('collaborative_id', collaborativeIds).delete();
  const rows = collaborativeIds.map((collaborativeId) => ({ cycle_id: id, collaborative_id: collaborativeId }));
  if (rows.length > 0) await db('cycle_collaboratives').insert(rows).onConflict(['cycle_id', 'collaborative_id']).ignore();
}

async function one(db: Db, rows: readonly CycleRow[]): Promise<Cycle> {
  const [cycle] = await toCycles(db, rows);
  if (cycle === undefined) throw new NotFound();
  return cycle;
}

async function toCycles(db: Db, rows: readonly CycleRow[]): Promise<Cycle[]> {
  if (rows.length === 0) return [];
  const links: { cycle_id: string; collaborative_id: string }[] = await db('cycle_collaboratives')
    .join('collaboratives', 'collaboratives.id', 'cycle_collaboratives.collaborative_id')
    .whereIn(
      'cycle_id',
      rows.map((row) => row.id),
    )
    .orderBy('collaboratives.slug')
    .select('cycle_collaboratives.cycle_id', 'cycle_collaboratives.collaborative_id');
  return rows.map((row) => ({
    ...toCycle(row),
    collaborativeIds: links.filter((link) => link.cycle_id === row.id).map((link) => link.collaborative_id),
  }));
}

const columnsOf = (cycle: NewCycle): Omit<CycleRow, 'id' | 'version'> => ({
  code: cycle.code,
  name: JSON.stringify(cycle.name),
  status: cycle.status,
  opens_at: cycle.opensAt,
  closes_at: cycle.closesAt,
  review_by: cycle.reviewBy,
  decisions_on: cycle.decisionsOn,
  answer_days: cycle.answerDays,
  term_starts_on: cycle.termStartsOn,
  term_ends_on: cycle.termEndsOn,
  form_id: cycle.formId,
  rubric_id: cycle.rubricId,
  settings: JSON.stringify(cycle.settings),
});

const toCycle = (row: CycleRow): Omit<Cycle, 'collaborativeIds'> => ({
  id: row.id,
  code: row.code,
  name: toLocalText(row.name),
  status: row.status,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  reviewBy: row.review_by,
  decisionsOn: row.decisions_on,
  answerDays: row.answer_days,
  termStartsOn: row.term_starts_on,
  termEndsOn: row.term_ends_on,
  formId: row.form_id,
  rubricId: row.rubric_id,
  settings: { ...usualCycleSettings, ...(JSON.parse(row.settings) as Partial<CycleSettings>) },
  version: row.version,
});
