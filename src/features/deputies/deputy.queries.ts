import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { standInsOn } from '../accounts';
import type { Deputy } from './deputy';
import type { DeputyRow } from './tables';

export type NamedDeputy = Deputy & { readonly place: LocalText; readonly approverName: string; readonly deputyName: string };

type NamedRow = DeputyRow & { place: string; approver_name: string; deputy_name: string };

/**
 * Who stands or stood in for this person, and for whom they do, the latest first, and whether that counts today: the approver may hold the
 * role no more. Two queries.
 */
export async function listDeputiesAbout(
  db: Db,
  personId: string,
  today: CalendarDate,
): Promise<(NamedDeputy & { readonly counts: boolean })[]> {
  const counting = await standInsOn(db, today)
    .where((either) => void either.where('deputies.approver_id', personId).orWhere('deputies.deputy_id', personId))
    .pluck<string[]>('deputies.id');
  const rows = await named(db)
    .where((either) => void either.where('deputies.approver_id', personId).orWhere('deputies.deputy_id', personId))
    .orderBy([{ column: 'deputies.starts_on', order: 'desc' }, { column: 'deputies.id' }]);
  return rows.map((row) => ({ ...toNamed(row), counts: counting.includes(row.id) }));
}

export async function getDeputy(db: Db, id: string): Promise<NamedDeputy> {
  const [row] = await named(db).where('deputies.id', id);
  if (row === undefined) throw new NotFound();
  return toNamed(row);
}

/** Deputies who stand in, or will, for one approver in one collaborative. */
export async function listOpenDeputies(db: Db, of: Pick<Deputy, 'approverId' | 'collaborativeId'>, today: CalendarDate): Promise<Deputy[]> {
  const rows = await db('deputies')
    .where({ approver_id: of.approverId, collaborative_id: of.collaborativeId })
    .whereNull('ended_at')
    .where('ends_on', '>=', today);
  return rows.map(toDeputy);
}

/** Deputies whose last day was one of these, and whom nobody ended before. */
export async function listDeputiesOver(db: Db, from: CalendarDate, to: CalendarDate): Promise<NamedDeputy[]> {
  const rows = await named(db).whereNull('deputies.ended_at').whereBetween('deputies.ends_on', [from, to]).orderBy('deputies.id');
  return rows.map(toNamed);
}

export async function insertDeputy(tx: Pick<Deps, 'db' | 'newId'>, deputy: Omit<Deputy, 'id' | 'endedAt' | 'endedBy'>): Promise<string> {
  const id = tx.newId();
  await tx.db('deputies').insert({
    id,
    collaborative_id: deputy.collaborativeId,
    approver_id: deputy.approverId,
    deputy_id: deputy.deputyId,
    starts_on: deputy.startsOn,
    ends_on: deputy.endsOn,
    named_by: deputy.namedBy,
    named_at: deputy.namedAt,
    ended_at: null,
    ended_by: null,
  });
  return id;
}

/** Ends it; of two at once one does. */
export const saveEnd = (db: Db, id: string, by: string | null, at: Instant): Promise<number> =>
  db('deputies').where({ id }).whereNull('ended_at').update({ ended_at: at, ended_by: by });

const named = (db: Db) =>
  db('deputies')
    .join('collaboratives', 'collaboratives.id', 'deputies.collaborative_id')
    .join({ approvers: 'people' }, 'approvers.id', 'deputies.approver_id')
    .join({ stand_ins: 'people' }, 'stand_ins.id', 'deputies.deputy_id')
    .select<NamedRow[]>('deputies.*', { place: 'collaboratives.name', approver_name: 'approvers.name', deputy_name: 'stand_ins.name' });

const toNamed = (row: NamedRow): NamedDeputy => ({
  ...toDeputy(row),
  place: toLocalText(row.place),
  approverName: row.approver_name,
  deputyName: row.deputy_name,
});

const toDeputy = (row: DeputyRow): Deputy => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  approverId: row.approver_id,
  deputyId: row.deputy_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  namedBy: row.named_by,
  namedAt: row.named_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
});
