import './tables';
import type { Db } from '../../db/database';
import type { CalendarDate } from '../../lib/time';
import type { Source } from './document';

/** The oldest changes that are not in the index yet, with the numbers to take off the list once they are. */
export const listChanges = (db: Db, most: number): Promise<{ number: number; source_kind: Source['kind']; source_id: string }[]> =>
  db('public_changes').orderBy('number').limit(most);

/** Takes changes off the list that have been indexed. */
export const takeOffChanges = (db: Db, numbers: readonly number[]): Promise<number> =>
  db('public_changes').whereIn('number', numbers).delete();

/** Asks for every roster to be looked at anew: terms and offices begin and end with the days. */
export async function noteRosters(db: Db): Promise<void> {
  const ids = await db('collaboratives').orderBy('id').pluck('id');
  if (ids.length > 0) await db('public_changes').insert(ids.map((id) => ({ source_kind: 'roster' as const, source_id: id })));
}

/** Asks for everything there is to be indexed. */
export async function noteEverything(db: Db): Promise<void> {
  await noteRosters(db);
  await db.raw("insert into public_changes (source_kind, source_id) select 'collaborative', id from collaboratives");
  await db.raw("insert into public_changes (source_kind, source_id) select 'meeting', id from meetings");
  await db.raw("insert into public_changes (source_kind, source_id) select 'note', id from notes");
}

/** Whether the row that makes the documents is still there. */
export async function isThere(db: Db, { kind, id }: Source): Promise<boolean> {
  const table = ({ meeting: 'meetings', note: 'notes', collaborative: 'collaboratives', roster: 'collaboratives' } as const)[kind];
  return (await db(table).where({ id }).first('id')) !== undefined;
}

/** By membership: the last day known of a seat or of the office held today, whichever comes first. */
export async function listLastDays(db: Db, collaborativeId: string, today: CalendarDate): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows: { id: string; ended_on: CalendarDate | null; ends_on: CalendarDate | null }[] = await db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .leftJoin('offices', (join) => {
      join.on('offices.membership_id', 'memberships.id').andOnVal('offices.ends_on', '>=', today);
    })
    .where('seats.collaborative_id', collaborativeId)
    .where((ends) => void ends.where('memberships.ended_on', '>=', today).orWhereNotNull('offices.ends_on'))
    .select('memberships.id', 'memberships.ended_on', 'offices.ends_on');
  const last = new Map<string, CalendarDate>();
  for (const { id, ended_on: ended, ends_on: ends } of rows)
    for (const day of [ended, ends]) if (day !== null && day < (last.get(id) ?? '9999')) last.set(id, day);
  return last;
}
