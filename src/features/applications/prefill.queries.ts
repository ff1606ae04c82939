import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { Application } from './application';
import { toApplication } from './application.queries';

/**
 * The application a person sent last, in whichever cycle; one that was merged into another is none of theirs. Found by the
 * person alone: an address may be a household's.
 */
export async function findLastSent(db: Db, personId: string): Promise<Application | undefined> {
  const row = await db('applications')
    .where({ person_id: personId })
    .whereIn('status', ['submitted', 'withdrawn'])
    .whereNotNull('submitted_at')
    .whereNull('merged_into')
    .orderBy('submitted_at', 'desc')
    .first();
  return row === undefined ? undefined : toApplication(row);
}

/** Notes that a draft began with the answers of an application sent at that time. */
export async function insertPrefill(db: Db, applicationId: string, lastSentAt: Instant): Promise<void> {
  await db('application_prefills').insert({ application_id: applicationId, last_sent_at: lastSentAt });
}

/** When the application was sent whose answers a draft began with; undefined when it began blank. */
export async function findPrefill(db: Db, applicationId: string): Promise<Instant | undefined> {
  const row = await db('application_prefills').where({ application_id: applicationId }).first('last_sent_at');
  return row?.last_sent_at;
}

/** Forgets that a draft was filled in; false when it was not, or no longer is. */
export const deletePrefill = async (db: Db, applicationId: string): Promise<boolean> =>
  (await db('application_prefills').where({ application_id: applicationId }).delete()) > 0;
