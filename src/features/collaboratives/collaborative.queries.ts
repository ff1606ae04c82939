import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { settingsFrom, type Collaborative } from './collaborative';
import type { CollaborativeRow } from './tables';

/** All collaboratives, by name; with `today`, only those that exist on that date. */
export async function listCollaboratives(db: Db, today?: CalendarDate): Promise<Collaborative[]> {
  const rows = await db('collaboratives')
    .modify((query) => {
      if (today === undefined) return;
      void query.where('starts_on', '<=', today).where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>=', today));
    })
    .orderBy('slug')
    .select<CollaborativeRow[]>('*');
  return rows.map(toCollaborative);
}

export async function getCollaborative(db: Db, id: string): Promise<Collaborative> {
  const row = await db('collaboratives').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toCollaborative(row);
}

export async function getCollaborativeBySlug(db: Db, slug: string): Promise<Collaborative> {
  const found = await findCollaborativeBySlug(db, slug);
  if (found === undefined) throw new NotFound();
  return found;
}

export async function findCollaborativeBySlug(db: Db, slug: string): Promise<Collaborative | undefined> {
  const row = await db('collaboratives').where({ slug }).first();
  return row === undefined ? undefined : toCollaborative(row);
}

export type NewCollaborative = Omit<Collaborative, 'id' | 'version'>;

/** Adds a collaborative and answers it. */
export async function insertCollaborative(tx: Pick<Deps, 'db' | 'newId'>, wanted: NewCollaborative): Promise<Collaborative> {
  const collaborative: Collaborative = { ...wanted, id: tx.newId(), version: 1 };
  await tx.db('collaboratives').insert({ id: collaborative.id, version: 1, ...columnsOf(collaborative) });
  return collaborative;
}

/** Saves what changed; fails when somebody else saved the same collaborative first. */
export async function saveCollaborative(db: Db, collaborative: Collaborative): Promise<void> {
  const { id, version } = collaborative;
  const saved = await db('collaboratives')
    .where({ id, version })
    .update({ ...columnsOf(collaborative), version: version + 1 });
  if (saved === 0) throw new Conflict();
}

const columnsOf = (collaborative: NewCollaborative): Omit<CollaborativeRow, 'id' | 'version'> => ({
  slug: collaborative.slug,
  code: collaborative.code,
  name: JSON.stringify(collaborative.name),
  area: JSON.stringify(collaborative.area),
  purpose: JSON.stringify(collaborative.purpose),
  duties: JSON.stringify(collaborative.duties),
  contact_email: collaborative.contactEmail,
  contact_phone: collaborative.contactPhone,
  office_address: collaborative.officeAddress,
  usual_meeting: JSON.stringify(collaborative.usualMeeting),
  regime: collaborative.regime,
  regime_decided_by: collaborative.regimeDecidedBy,
  regime_decided_on: collaborative.regimeDecidedOn,
  settings: JSON.stringify(collaborative.settings),
  starts_on: collaborative.startsOn,
  ends_on: collaborative.endsOn,
});

const toCollaborative = (row: CollaborativeRow): Collaborative => ({
  id: row.id,
  slug: row.slug,
  code: row.code,
  name: toLocalText(row.name),
  area: toLocalText(row.area),
  purpose: toLocalText(row.purpose),
  duties: toLocalText(row.duties),
  contactEmail: row.contact_email,
  contactPhone: row.contact_phone,
  officeAddress: row.office_address,
  usualMeeting: toLocalText(row.usual_meeting),
  regime: row.regime,
  regimeDecidedBy: row.regime_decided_by,
  regimeDecidedOn: row.regime_decided_on,
  settings: settingsFrom(JSON.parse(row.settings)),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  version: row.version,
});
