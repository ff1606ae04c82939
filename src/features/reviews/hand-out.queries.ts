import './tables';
import type { Db } from '../../db/database';
import type { PanelOf } from './panel';
import type { Review } from './review';
import type { ReviewRow } from './tables';

/** Hands out files, 200 rows at a time; a pair that exists already is left as it is. */
export async function insertReviews(db: Db, reviews: readonly Review[]): Promise<void> {
  const rows = reviews.map(toRow);
  for (let at = 0; at < rows.length; at += 200)
    await db('reviews')
      .insert(rows.slice(at, at + 200))
      .onConflict(['candidacy_id', 'reviewer_id'])
      .ignore();
}

/** Takes files back from reviewers who have not begun. */
export const deleteUnbegun = (db: Db, candidacyId: string, reviewerIds: readonly string[]): Promise<number> =>
  db('reviews').where({ candidacy_id: candidacyId, status: 'assigned' }).whereIn('reviewer_id', reviewerIds).delete();

/** Takes back what a reviewer of a panel has not completed; what was begun stays in the record. Answers how many of each. */
export async function handBack(db: Db, panel: PanelOf, reviewerId: string): Promise<{ unbegun: number; begun: number }> {
  const files = db('candidacies').where({ cycle_id: panel.cycleId, collaborative_id: panel.collaborativeId }).select('id');
  const own = () => db('reviews').where({ reviewer_id: reviewerId }).whereIn('candidacy_id', files.clone());
  const begunIds = await own().where({ status: 'in_progress' }).pluck<string[]>('id');
  await db('review_scores').whereIn('review_id', begunIds).delete();
  const left = { status: 'recused', recommendation: null, recusal_ground: 'left' } as const;
  const begun = await db('reviews')
    .whereIn('id', begunIds)
    .update({ ...left, version: db.raw('version + 1') });
  return { unbegun: await own().where({ status: 'assigned' }).delete(), begun };
}

/** Takes a file from a reviewer who has not completed it; what was begun stays in the record. */
export async function takeAway(db: Db, candidacyId: string, reviewerId: string): Promise<void> {
  await deleteUnbegun(db, candidacyId, [reviewerId]);
  const begun = await db('reviews').where({ candidacy_id: candidacyId, reviewer_id: reviewerId, status: 'in_progress' }).first();
  if (begun === undefined) return;
  await db('review_scores').where({ review_id: begun.id }).delete();
  const found = { status: 'recused', recommendation: null, recusal_ground: 'found' } as const;
  await db('reviews')
    .where({ id: begun.id })
    .update({ ...found, version: begun.version + 1 });
}

const toRow = (review: Review): ReviewRow => ({
  id: review.id,
  candidacy_id: review.candidacyId,
  reviewer_id: review.reviewerId,
  status: review.status,
  recommendation: review.recommendation,
  recusal_ground: review.recusalGround,
  recusal_words: review.recusalWords,
  assigned_at: review.assignedAt,
  assigned_by: review.assignedBy,
  completed_at: review.completedAt,
  rubric_id: review.rubricId,
  minutes: review.minutes,
  version: review.version,
});
