import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import type { ApplicationFile } from './application-file';
import type { ApplicationFileRow } from './tables';

/** Every file of an application in the order they came, with those that no answer names any more. */
export async function listApplicationFiles(db: Db, applicationId: string): Promise<ApplicationFile[]> {
  const rows = await db('application_files').where({ application_id: applicationId }).orderBy(['added_at', 'id']);
  return rows.map(toFile);
}

/** Throws NotFound, also for a file of another application. */
export async function getApplicationFile(db: Db, applicationId: string, id: string): Promise<ApplicationFile> {
  const row = await db('application_files').where({ application_id: applicationId, id }).first();
  if (row === undefined) throw new NotFound();
  return toFile(row);
}

/** Which of these hashes a file of an application has. */
export async function listApplicationFileHashes(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < sha256s.length; from += 500) {
    const hashes = await db('application_files')
      .whereIn('sha256', sha256s.slice(from, from + 500))
      .distinct()
      .pluck('sha256');
    for (const hash of hashes) found.add(hash);
  }
  return found;
}

export async function insertApplicationFile(db: Db, file: ApplicationFile): Promise<void> {
  await db('application_files').insert({
    id: file.id,
    application_id: file.applicationId,
    question_key: file.questionKey,
    name: file.name,
    kind: file.kind,
    bytes: file.bytes,
    sha256: file.sha256,
    added_at: file.addedAt,
  });
}

export const deleteApplicationFile = (db: Db, id: string): Promise<number> => db('application_files').where({ id }).delete();

const toFile = (row: ApplicationFileRow): ApplicationFile => ({
  id: row.id,
  applicationId: row.application_id,
  questionKey: row.question_key,
  name: row.name,
  kind: row.kind,
  bytes: row.bytes,
  sha256: row.sha256,
  addedAt: row.added_at,
});
