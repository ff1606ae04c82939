import './tables';
import type { Db } from '../../db/database';
import { forgetSearchDocuments } from '../../db/search-index';
import type { Application } from './application';
import { identityKeys } from './identity';

const batch = 80;

/** Keeps by what applications may be found twice, in the caller's transaction. */
export async function saveIdentityKeys(db: Db, applications: readonly Application[]): Promise<void> {
  const ids = applications.map(({ id }) => id);
  const personIds = applications.map(({ personId }) => personId).filter((id) => id !== null);
  const people = await db('people').whereIn('id', personIds).select('id', 'address');
  const addresses = new Map(people.map(({ id, address }) => [id, address]));
  const rows = applications.flatMap((application) =>
    identityKeys(application, addresses.get(application.personId ?? '') ?? null).map(({ kind, value }) => ({
      application_id: application.id,
      cycle_id: application.cycleId,
      kind,
      value,
    })),
  );
  await db('application_keys').whereIn('application_id', ids).delete();
  for (let from = 0; from < rows.length; from += batch) await db('application_keys').insert(rows.slice(from, from + batch));
}

/** The reference of the application that counts, where this one was merged into another. */
export async function findMergedInto(db: Db, id: string): Promise<{ id: string; reference: string } | undefined> {
  const row = await db('applications')
    .join('applications as kept', 'kept.id', 'applications.merged_into')
    .where('applications.id', id)
    .first<{ id: string; reference: string } | undefined>('kept.id', 'kept.reference');
  return row;
}

/** Marks an application as merged: it leaves every list, and its reference leads to the one that counts. */
export async function markMerged(db: Db, otherId: string, keptId: string): Promise<void> {
  await db('applications').where({ id: otherId }).update({ merged_into: keptId });
  await db('candidacies').where({ application_id: otherId }).update({ is_listed: false });
  await db('application_keys').where({ application_id: otherId }).delete();
  await forgetSearchDocuments(db, [otherId]);
  await db('application_files').where({ application_id: otherId }).update({ application_id: keptId });
}

/** Has these candidacies reviewed as before, after their application was saved anew. */
export const keepReviewed = (db: Db, ids: readonly string[]): Promise<number> =>
  db('candidacies').whereIn('id', ids).update({ is_reviewed: true });
