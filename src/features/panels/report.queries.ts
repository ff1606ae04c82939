import type { Db } from '../../db/database';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getCycle, getRubric, type Cycle, type Rubric } from '../cycles';
import { listScoredReviews, weightedPoints, type PanelOf, type ScoredReview } from '../reviews';
import type { Panelist, ReviewFile } from './file';
import { listFiles } from './file.queries';
import { listPanel } from './panelist.queries';
import type { PointsGiven } from './report';

/** What the report of a panel is made of. */
export interface ReportFacts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly rubric: Rubric;
  readonly panelists: readonly Panelist[];
  readonly files: readonly ReviewFile[];
  readonly scored: readonly ScoredReview[];
  readonly given: readonly PointsGiven[];
  /** Everyone who has scored, also who left since. */
  readonly names: ReadonlyMap<string, string>;
}

/** A fixed number of queries. */
export async function loadReport(db: Db, panel: PanelOf): Promise<ReportFacts> {
  const cycle = await getCycle(db, panel.cycleId);
  const rubric = await getRubric(db, cycle.rubricId);
  const scored = await listScoredReviews(db, panel.cycleId, panel.collaborativeId);
  const order = await orderSent(db, panel);
  return {
    cycle,
    rubric,
    scored,
    collaborative: await getCollaborative(db, panel.collaborativeId),
    panelists: await listPanel(db, panel),
    files: await listFiles(db, panel),
    given: scored
      .map(({ reviewerId, candidacyId, scores }) => ({ reviewerId, candidacyId, points: weightedPoints(scores, rubric.criteria) }))
      .sort((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0)),
    names: await namesOf(db, [...new Set(scored.map(({ reviewerId }) => reviewerId))]),
  };
}

const keyOf = (one: { candidacyId: string; reviewerId: string }): string => `${one.candidacyId} ${one.reviewerId}`;

async function orderSent(db: Db, panel: PanelOf): Promise<ReadonlyMap<string, number>> {
  const rows: { candidacy_id: string; reviewer_id: string }[] = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .where('reviews.status', 'complete')
    .orderBy(['reviews.completed_at', 'reviews.id'])
    .select({ candidacy_id: 'reviews.candidacy_id', reviewer_id: 'reviews.reviewer_id' });
  return new Map(rows.map((row, index) => [keyOf({ candidacyId: row.candidacy_id, reviewerId: row.reviewer_id }), index]));
}

async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('people').whereIn('id', ids).select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
