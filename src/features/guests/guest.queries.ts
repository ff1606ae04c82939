import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { Guest } from './guest';
import type { GuestListRow, GuestRow } from './tables';

export interface GuestList {
  readonly meetingId: string;
  readonly places: number | null;
  readonly version: number;
}

/** The places of a session; none were set: as many as come. */
export async function getGuestList(db: Db, meetingId: string): Promise<GuestList> {
  const row = await db('guest_lists').where({ meeting_id: meetingId }).first();
  return row === undefined ? { meetingId, places: null, version: 0 } : toList(row);
}

/** Takes the list for the rest of the transaction, so that two parties never get the same last place. */
export async function lockGuestList(db: Db, meetingId: string): Promise<GuestList> {
  await db('guest_lists').insert({ meeting_id: meetingId, places: null, version: 0 }).onConflict('meeting_id').ignore();
  await db('guest_lists').where({ meeting_id: meetingId }).update({ meeting_id: meetingId });
  return getGuestList(db, meetingId);
}

export async function savePlaces(db: Db, { meetingId, places, version }: GuestList): Promise<void> {
  await db('guest_lists')
    .where({ meeting_id: meetingId })
    .update({ places, version: version + 1 });
}

/** All who registered, in the order they came. One query. */
export async function listGuests(db: Db, meetingId: string): Promise<Guest[]> {
  const rows = await db('guests').where({ meeting_id: meetingId }).orderBy(['registered_at', 'id']);
  return rows.map(toGuest);
}

/** Throws NotFound. */
export async function getGuest(db: Db, id: string): Promise<Guest> {
  const row = await db('guests').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toGuest(row);
}

/** Answers whether it is new: the same form sent twice is one registration. */
export async function insertGuest(db: Db, guest: Guest): Promise<boolean> {
  const there = await db('guests').where({ form_key: guest.formKey }).first('id');
  if (there !== undefined) return false;
  await db('guests').insert(toRow(guest));
  return true;
}

/** Saves over the version that was read and answers the guest as saved. Throws Conflict when another was first. */
export async function saveGuest(db: Db, guest: Guest): Promise<Guest> {
  const { id, version, status, arrivedAt } = guest;
  const saved = await db('guests')
    .where({ id, version })
    .update({ status, arrived_at: arrivedAt, version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...guest, version: version + 1 };
}

/** Takes away who registered for meetings that ended before a moment. Answers how many. */
export const deleteGuests = (db: Db, before: Instant): Promise<number> =>
  db('guests')
    .whereIn('meeting_id', db('meetings').where('ends_at', '<', before).select('id'))
    .delete();

const toList = (row: GuestListRow): GuestList => ({ meetingId: row.meeting_id, places: row.places, version: row.version });

const toGuest = (row: GuestRow): Guest => ({
  id: row.id,
  meetingId: row.meeting_id,
  formKey: row.form_key,
  name: row.name,
  email: row.email,
  party: row.party,
  language: row.language,
  needs: row.needs,
  locale: row.locale,
  status: row.status,
  registeredAt: row.registered_at,
  arrivedAt: row.arrived_at,
  version: row.version,
});

const toRow = (guest: Guest): GuestRow => ({
  id: guest.id,
  meeting_id: guest.meetingId,
  form_key: guest.formKey,
  name: guest.name,
  email: guest.email,
  party: guest.party,
  language: guest.language,
  needs: guest.needs,
  locale: guest.locale,
  status: guest.status,
  registered_at: guest.registeredAt,
  arrived_at: guest.arrivedAt,
  version: guest.version,
});
