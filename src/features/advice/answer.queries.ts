import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { Answer, Commitment, Disposition } from './answer';
import type { CommitmentRow } from './tables';

/** The answer to a note with its dispositions and commitments, or undefined while none is begun. Three queries. */
export async function findAnswer(db: Db, noteId: string): Promise<Answer | undefined> {
  const row = await db('note_answers').where({ note_id: noteId }).first();
  if (row === undefined) return undefined;
  const dispositions = await db('dispositions').where({ answer_id: row.id });
  const commitments = await db('commitments').whereIn(
    'recommendation_id',
    dispositions.map((disposition) => disposition.recommendation_id),
  );
  return {
    id: row.id,
    noteId: row.note_id,
    status: row.status,
    opening: toLocalText(row.opening),
    dispositions: dispositions.map((disposition) => ({
      recommendationId: disposition.recommendation_id,
      disposition: disposition.disposition,
      reasons: toLocalText(disposition.reasons),
      commitment: toCommitment(commitments.find(({ recommendation_id: id }) => id === disposition.recommendation_id)),
    })),
    writtenBy: row.written_by,
    sentAt: row.sent_at,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    signedFor: row.signed_for,
    returnWords: row.return_words,
    version: row.version,
  };
}

/** Adds an answer that has just been begun. */
export async function insertAnswer(tx: Pick<Deps, 'db' | 'newId'>, answer: Answer): Promise<void> {
  await tx.db('note_answers').insert({ id: answer.id, note_id: answer.noteId, version: 1, ...columnsOf(answer) });
  await saveDispositions(tx, answer);
}

/** Saves an answer with all it says. Fails when somebody else saved it first. */
export async function saveAnswer(tx: Pick<Deps, 'db' | 'newId'>, answer: Answer): Promise<void> {
  const saved = await tx
    .db('note_answers')
    .where({ id: answer.id, version: answer.version })
    .update({ ...columnsOf(answer), version: answer.version + 1 });
  if (saved === 0) throw new Conflict();
  await saveDispositions(tx, answer);
}

async function saveDispositions(tx: Pick<Deps, 'db' | 'newId'>, answer: Answer): Promise<void> {
  const ids = answer.dispositions.map(({ recommendationId }) => recommendationId);
  await tx.db('dispositions').where({ answer_id: answer.id }).delete();
  await tx.db('commitments').whereIn('recommendation_id', ids).delete();
  for (const disposition of answer.dispositions) await insertDisposition(tx, answer.id, disposition);
}

async function insertDisposition(
  tx: Pick<Deps, 'db' | 'newId'>,
  answerId: string,
  { recommendationId, disposition, reasons, commitment }: Disposition,
): Promise<void> {
  await tx
    .db('dispositions')
    .insert({ answer_id: answerId, recommendation_id: recommendationId, disposition, reasons: JSON.stringify(reasons) });
  if (commitment === null) return;
  const { what, who, dueOn, status } = commitment;
  await tx
    .db('commitments')
    .insert({ id: tx.newId(), recommendation_id: recommendationId, what: JSON.stringify(what), who, due_on: dueOn, status, version: 1 });
}

const columnsOf = (answer: Answer) => ({
  status: answer.status,
  opening: JSON.stringify(answer.opening),
  written_by: answer.writtenBy,
  sent_at: answer.sentAt,
  signed_by: answer.signedBy,
  signed_at: answer.signedAt,
  signed_for: answer.signedFor,
  return_words: answer.returnWords,
});

const toCommitment = (row: CommitmentRow | undefined): Commitment | null =>
  row === undefined ? null : { id: row.id, what: toLocalText(row.what), who: row.who, dueOn: row.due_on, status: row.status };
