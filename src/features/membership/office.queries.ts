import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Election, ElectionMethod, Office } from './office';
import type { OfficeRow } from './tables';
import { shownName } from './shown-name.queries';

export interface OfficeWithHolder extends Office {
  readonly name: string;
  readonly election: Election | null;
}

/** The offices of a collaborative that last on or after a date, with who holds them. */
export async function listOffices(db: Db, collaborativeId: string, from: CalendarDate): Promise<OfficeWithHolder[]> {
  const rows: (OfficeRow & { name: string; method: ElectionMethod | null; held_on: CalendarDate | null; votes: string | null })[] =
    await db('offices')
      .leftJoin('elections', 'elections.office_id', 'offices.id')
      .join('memberships', 'memberships.id', 'offices.membership_id')
      .join('people', 'people.id', 'memberships.person_id')
      .where('offices.collaborative_id', collaborativeId)
      .where((ends) => void ends.whereNull('offices.ends_on').orWhere('offices.ends_on', '>=', from))
      .orderBy(['offices.office', 'offices.starts_on'])
      .select('offices.*', 'elections.method', 'elections.held_on', 'elections.votes', { name: shownName(db) });
  return rows.map((row) => ({ ...toOffice(row), name: row.name, election: electionOf(row) }));
}

const electionOf = (row: { method: ElectionMethod | null; held_on: CalendarDate | null; votes: string | null }): Election | null =>
  row.method === null || row.held_on === null ? null : { method: row.method, heldOn: row.held_on, votes: row.votes ?? '' };

/** Keeps how somebody came to an office. */
export const insertElection = (
  db: Db,
  officeId: string,
  election: Election,
  recorded: { readonly by: string | null; readonly at: Instant },
): Promise<unknown> =>
  db('elections').insert({
    office_id: officeId,
    method: election.method,
    held_on: election.heldOn,
    votes: election.votes,
    recorded_by: recorded.by,
    recorded_at: recorded.at,
  });

export async function getOffice(db: Db, id: string): Promise<Office> {
  const row = await db('offices').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toOffice(row);
}

/** Every office held on a membership, oldest first. */
export async function listOfficesOf(db: Db, membershipId: string): Promise<Office[]> {
  const rows = await db('offices').where({ membership_id: membershipId }).orderBy('starts_on').select<OfficeRow[]>('*');
  return rows.map(toOffice);
}

/** Adds an office and answers it. */
export async function insertOffice(tx: Pick<Deps, 'db' | 'newId'>, wanted: Omit<Office, 'id'>): Promise<Office> {
  const office: Office = { ...wanted, id: tx.newId() };
  await tx.db('offices').insert({
    id: office.id,
    collaborative_id: office.collaborativeId,
    membership_id: office.membershipId,
    office: office.office,
    starts_on: office.startsOn,
    ends_on: office.endsOn,
  });
  return office;
}

export const saveOfficeEnd = (db: Db, id: string, endsOn: CalendarDate): Promise<number> =>
  db('offices').where({ id }).update({ ends_on: endsOn });

/** Ends the offices held on a membership with it; those to come after its last day are taken back. */
export async function endOfficesWith(db: Db, membershipId: string, lastDay: CalendarDate): Promise<void> {
  await db('offices').where({ membership_id: membershipId }).where('starts_on', '>', lastDay).delete();
  await db('offices')
    .where({ membership_id: membershipId })
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>', lastDay))
    .update({ ends_on: lastDay });
}

const toOffice = (row: OfficeRow): Office => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  membershipId: row.membership_id,
  office: row.office,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});
