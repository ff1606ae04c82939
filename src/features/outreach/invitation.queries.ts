import './tables';
import type { Db } from '../../db/database';
import { sha256 } from '../../lib/secret';
import type { Instant } from '../../lib/time';

/** Whether nobody may be invited at this address any more. */
export const isStopped = async (db: Db, address: string): Promise<boolean> =>
  (await db('invitation_stops')
    .where({ address_hash: stopKey(address) })
    .first('at')) !== undefined;

/** Keeps that no more invitations go to an address, without the address. */
export async function stopInvitations(db: Db, address: string, at: Instant): Promise<void> {
  await db('invitation_stops')
    .insert({ address_hash: stopKey(address), at })
    .onConflict('address_hash')
    .ignore();
}

const stopKey = (address: string): string => sha256(`invitation:${address.toLowerCase()}`);
