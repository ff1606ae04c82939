import './tables';
import type { Db } from '../../db/database';
import type { Collaborative } from '../collaboratives';
import type { ApplySource } from './apply-hint';

/** Notes by which flyer, link or invitation an application began; once. */
export async function insertApplySource(
  db: Db,
  applicationId: string,
  { source, collaborative }: { readonly source: ApplySource; readonly collaborative: Pick<Collaborative, 'id'> },
): Promise<void> {
  const row = { application_id: applicationId, source, collaborative_id: collaborative.id };
  await db('application_sources').insert(row).onConflict('application_id').ignore();
}

/** The collaborative whose flyer, link or invitation an application began with. */
export async function findChosenByFlyer(db: Db, applicationId: string): Promise<string | undefined> {
  const row = await db('application_sources').where({ application_id: applicationId }).first('collaborative_id');
  return row?.collaborative_id;
}
