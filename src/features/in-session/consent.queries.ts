import './tables';
import type { Db } from '../../db/database';
import { findPostingInTime, listItems } from '../agendas';
import { consentGroup, type ConsentGroup, type TakenOut } from './consent';

/** The items of a meeting that members took out of the consent group, in the order they asked. One query. */
export async function listTakenOut(db: Db, meetingId: string): Promise<TakenOut[]> {
  const rows = await db('consent_removals').where({ meeting_id: meetingId }).orderBy(['at', 'item_id']);
  return rows.map((row) => ({ itemId: row.item_id, membershipId: row.membership_id, at: row.at }));
}

export async function insertTakenOut(db: Db, meetingId: string, { itemId, membershipId, at }: TakenOut): Promise<void> {
  await db('consent_removals').insert({ item_id: itemId, meeting_id: meetingId, membership_id: membershipId, at });
}

export async function deleteTakenOut(db: Db, itemId: string): Promise<void> {
  await db('consent_removals').where({ item_id: itemId }).delete();
}

/** The consent group of a meeting as it stands. The same number of queries whatever its size. */
export async function loadConsentGroup(db: Db, meetingId: string): Promise<ConsentGroup> {
  return consentGroup(await listItems(db, meetingId), await findPostingInTime(db, meetingId), await listTakenOut(db, meetingId));
}
