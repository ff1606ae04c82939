import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';
import type { Redaction } from './redaction';

/** What is hidden from the reviewers of an application. One query. */
export async function listRedactions(db: Db, applicationId: string): Promise<Redaction[]> {
  const rows = await db('redactions').where({ application_id: applicationId }).orderBy(['question', 'id']);
  return rows.map((row) => ({ id: row.id, applicationId: row.application_id, question: row.question, words: row.words }));
}

/** What is hidden, by question: the words, or '' for a whole answer. */
export async function hiddenByQuestion(db: Db, applicationId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const hidden = new Map<string, string[]>();
  for (const { question, words } of await listRedactions(db, applicationId)) hidden.set(question, [...(hidden.get(question) ?? []), words]);
  return hidden;
}

/** Hides words; hidden already stays so. Answers how many are new. */
export async function insertRedactions(
  tx: Pick<Deps, 'db' | 'newId'>,
  redactions: readonly Omit<Redaction, 'id'>[],
  { by, at }: { by: string; at: Instant },
): Promise<number> {
  let added = 0;
  for (const { applicationId, question, words } of redactions) {
    const row = { id: tx.newId(), application_id: applicationId, question, words, hidden_by: by, hidden_at: at };
    const known = await tx.db('redactions').where({ application_id: applicationId, question, words }).first('id');
    if (known === undefined) added += 1;
    await tx.db('redactions').insert(row).onConflict(['application_id', 'question', 'words']).ignore();
  }
  return added;
}

/** Shows hidden words again. Answers whether there were any. */
export const deleteRedaction = async (db: Db, applicationId: string, id: string): Promise<boolean> =>
  (await db('redactions').where({ id, application_id: applicationId }).delete()) > 0;
