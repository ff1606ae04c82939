import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { CalendarDate } from '../../lib/time';
import type { AgendaRequest, Asked } from './agenda-request';
import type { AgendaRequestRow } from './tables';

export async function findRequest(db: Db, id: string): Promise<AgendaRequest | undefined> {
  const row = await db('agenda_requests').where({ id }).first();
  return row === undefined ? undefined : toRequest(row);
}

/** Who gets the agendas of these collaboratives on this day; who asked for several gets one. */
export async function listRequestsFor(db: Db, collaborativeIds: readonly string[], today: CalendarDate): Promise<AgendaRequest[]> {
  const rows = await db('agenda_requests')
    .whereIn('collaborative_id', [...collaborativeIds])
    .where('lapses_on', '>=', today)
    .orderBy('id');
  const first = (row: AgendaRequestRow): boolean => rows.find(({ email }) => email === row.email) === row;
  return rows.filter(first).map(toRequest);
}

/** All that lapse on this day. */
export async function listLapsing(db: Db, lapsesOn: CalendarDate): Promise<AgendaRequest[]> {
  const rows = await db('agenda_requests').where({ lapses_on: lapsesOn }).orderBy('id');
  return rows.map(toRequest);
}

/** Notes the request; asked again it stands longer, and there is still one. */
export async function saveRequest(tx: Pick<Deps, 'db' | 'newId' | 'clock'>, asked: Asked, lapsesOn: CalendarDate): Promise<void> {
  const { collaborativeId, email, locale } = asked;
  await tx
    .db('agenda_requests')
    .insert({ id: tx.newId(), collaborative_id: collaborativeId, email, locale, asked_at: tx.clock.now(), lapses_on: lapsesOn })
    .onConflict(['collaborative_id', 'email'])
    .merge({ locale, lapses_on: lapsesOn });
}

/** Answers whether it was there. */
export const renewRequest = async (db: Db, id: string, lapsesOn: CalendarDate): Promise<boolean> =>
  (await db('agenda_requests').where({ id }).update({ lapses_on: lapsesOn })) === 1;

export const deleteRequest = (db: Db, id: string): Promise<number> => db('agenda_requests').where({ id }).delete();

/** Deletes those that lapsed before this day. Answers how many. */
export const deleteLapsed = (db: Db, before: CalendarDate): Promise<number> =>
  db('agenda_requests').where('lapses_on', '<', before).delete();

const toRequest = (row: AgendaRequestRow): AgendaRequest => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  email: row.email,
  locale: row.locale,
  askedAt: row.asked_at,
  lapsesOn: row.lapses_on,
});
