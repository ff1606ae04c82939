import './tables';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { getCycle, getRubric } from '../cycles';
import { weightedPoints, type Weight } from './totals';

/** What another panel gave the same application by the same rubric. */
export interface TotalElsewhere {
  readonly collaborativeId: string;
  /** Mean over complete reviews, 0 to 100. */
  readonly weighted: number;
  /** Complete reviews. */
  readonly reviews: number;
}

interface ScoreElsewhere {
  candidacy_id: string;
  collaborative_id: string;
  review_id: string;
  criterion: string;
  score: number;
}

/**
 * What other panels gave to applications that also name this collaborative, by its own candidacy (domain.md 4: a lower choice
 * sees the scores already given with the same rubric version). A fixed number of queries.
 */
export async function totalsElsewhere(
  db: Db,
  cycleId: string,
  collaborativeId: string,
): Promise<ReadonlyMap<string, readonly TotalElsewhere[]>> {
  const cycle = await getCycle(db, cycleId);
  const { criteria } = await getRubric(db, cycle.rubricId);
  const rows = await db({ own: 'candidacies' })
    .join({ other: 'candidacies' }, 'other.application_id', 'own.application_id')
    .join('reviews', 'reviews.candidacy_id', 'other.id')
    .join('review_scores', 'review_scores.review_id', 'reviews.id')
    .where('own.cycle_id', cycleId)
    .where('own.collaborative_id', collaborativeId)
    .whereNot('other.collaborative_id', collaborativeId)
    .where('reviews.status', 'complete')
    .where((sameRubric) => void sameRubric.whereNull('reviews.rubric_id').orWhere('reviews.rubric_id', cycle.rubricId))
    .whereNotNull('review_scores.score')
    .orderBy(['own.id', 'other.preference', 'reviews.id'])
    .select<ScoreElsewhere[]>({
      candidacy_id: 'own.id',
      collaborative_id: 'other.collaborative_id',
      review_id: 'reviews.id',
      criterion: 'review_scores.criterion',
      score: 'review_scores.score',
    });
  return new Map([...groupBy(rows, (row) => row.candidacy_id)].map(([id, own]) => [id, totalsByPanel(own, criteria)]));
}

const totalsByPanel = (rows: readonly ScoreElsewhere[], criteria: readonly Weight[]): TotalElsewhere[] =>
  [...groupBy(rows, (row) => row.collaborative_id)].map(([collaborativeId, own]) => {
    const reviews = [...groupBy(own, (row) => row.review_id).values()];
    const points = reviews.map((scores) => weightedPoints(new Map(scores.map(({ criterion, score }) => [criterion, score])), criteria));
    return { collaborativeId, weighted: points.reduce((sum, value) => sum + value, 0) / points.length, reviews: points.length };
  });
