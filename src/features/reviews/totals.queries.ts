import './tables';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { getCollaborative } from '../collaboratives';
import { getCycle, getRubric } from '../cycles';
import { listRubricVersions } from '../forms';
import { totalsOf, type CandidateTotal, type ScoredReview } from './totals';

/** Totals of every candidacy of a panel that has a complete review. A fixed number of queries. */
export async function totalsFor(db: Db, cycleId: string, collaborativeId: string): Promise<CandidateTotal[]> {
  const [cycle, collaborative] = [await getCycle(db, cycleId), await getCollaborative(db, collaborativeId)];
  const rubric = await getRubric(db, cycle.rubricId);
  const versions = new Map((await listRubricVersions(db, rubric.line)).map(({ id, criteria }) => [id, criteria]));
  const reviews = await listScoredReviews(db, cycleId, collaborativeId);
  const weighed = reviews.map((review) => ({ ...review, weights: versions.get(review.rubricId ?? '') }));
  return totalsOf(weighed, rubric.criteria, collaborative.settings);
}

/** The complete reviews of a panel with their scores. One query. */
export async function listScoredReviews(db: Db, cycleId: string, collaborativeId: string): Promise<ScoredReview[]> {
  const rows = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('review_scores', 'review_scores.review_id', 'reviews.id')
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .where('reviews.status', 'complete')
    .whereNotNull('review_scores.score')
    .orderBy(['reviews.candidacy_id', 'reviews.id'])
    .select<{ id: string; candidacy_id: string; reviewer_id: string; criterion: string; score: number; rubric_id: string | null }[]>(
      'reviews.id',
      'reviews.candidacy_id',
      'reviews.reviewer_id',
      'reviews.rubric_id',
      'review_scores.criterion',
      'review_scores.score',
    );
  const groups = groupBy(rows, (row) => row.id);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        candidacyId: first.candidacy_id,
        reviewerId: first.reviewer_id,
        rubricId: first.rubric_id,
        scores: new Map(own.map(({ criterion, score }) => [criterion, score])),
      },
    ];
  });
}
