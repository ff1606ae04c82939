import './tables';
import type { Db } from '../../db/database';
import { isDuplicate } from '../../db/dialect';
import { Conflict, NotFound } from '../../lib/errors';
import type { ProcedureReview } from './procedure';
import type { ProcedureReviewRow } from './tables';

/** Keeps a request. Throws Conflict when one stands for the same candidacy already. */
export async function insertProcedureReview(db: Db, review: ProcedureReview): Promise<void> {
  try {
    await db('procedure_reviews').insert(toRow(review));
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict('offers.errors.askedAlready');
    throw error;
  }
}

/** Saves an answer; of two at once one wins. */
export async function saveProcedureReview(db: Db, review: ProcedureReview): Promise<void> {
  const { id, version } = review;
  const saved = await db('procedure_reviews')
    .where({ id, version })
    .update({ ...toRow(review), version: version + 1 });
  if (saved === 0) throw new Conflict();
}

export async function getProcedureReview(db: Db, id: string): Promise<ProcedureReview> {
  const row = await db('procedure_reviews').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toReview(row);
}

export const listReviewsOfApplication = async (db: Db, applicationId: string): Promise<ProcedureReview[]> =>
  (await db('procedure_reviews').where({ application_id: applicationId }).orderBy(['asked_at', 'id'])).map(toReview);

export type NamedRequest = ProcedureReview & { readonly name: string; readonly reference: string };

/** Every request of a collaborative in a cycle: those that wait first, the next due first. One query. */
export async function listRequests(db: Db, cycleId: string, collaborativeId: string): Promise<NamedRequest[]> {
  const rows = await db('procedure_reviews')
    .join('applications', 'applications.id', 'procedure_reviews.application_id')
    .where('procedure_reviews.cycle_id', cycleId)
    .where('procedure_reviews.collaborative_id', collaborativeId)
    .orderBy([{ column: 'procedure_reviews.status', order: 'desc' }, 'procedure_reviews.answer_by', 'procedure_reviews.id'])
    .select<(ProcedureReviewRow & { name: string; reference: string })[]>(
      'procedure_reviews.*',
      'applications.name',
      'applications.reference',
    );
  return rows.map((row) => ({ ...toReview(row), name: row.name, reference: row.reference }));
}

/** Who had a part in the decision: on the panel, or a step on the slate (placing, sending, approving, returning). */
export async function listInvolved(db: Db, place: { cycleId: string; collaborativeId: string }): Promise<ReadonlySet<string>> {
  const where = { cycle_id: place.cycleId, collaborative_id: place.collaborativeId };
  const panel = await db('panel_members').where(where).pluck<string[]>('person_id');
  const slates = await db('slates').where(where).select('id', 'sent_by', 'decided_by', 'decided_for');
  const steps = await db('events')
    .where('subject_kind', 'slate')
    .whereIn(
      'subject_id',
      slates.map(({ id }) => id),
    )
    .where('action', 'like', 'selection.%')
    .whereNotNull('actor_id')
    .distinct()
    .pluck<string[]>('actor_id');
  const named = slates.flatMap(({ sent_by, decided_by, decided_for }) => [sent_by, decided_by, decided_for]);
  return new Set([...panel, ...steps, ...named.filter((id) => id !== null)]);
}

const toReview = (row: ProcedureReviewRow): ProcedureReview => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  applicationId: row.application_id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  status: row.status,
  words: row.words,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  answerBy: row.answer_by,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  version: row.version,
});

const toRow = (review: ProcedureReview): ProcedureReviewRow => ({
  id: review.id,
  candidacy_id: review.candidacyId,
  application_id: review.applicationId,
  cycle_id: review.cycleId,
  collaborative_id: review.collaborativeId,
  status: review.status,
  words: review.words,
  asked_at: review.askedAt,
  asked_by: review.askedBy,
  answer_by: review.answerBy,
  outcome: review.outcome,
  answer: review.answer,
  answered_at: review.answeredAt,
  answered_by: review.answeredBy,
  version: review.version,
});
