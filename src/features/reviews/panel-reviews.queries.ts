import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { PanelOf } from './panel';
import type { RecusalGround, ReviewStatus } from './review';

/** Who was handed a file and what became of it. */
export interface HandedOut {
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly status: ReviewStatus;
  readonly recusalGround: RecusalGround | null;
  readonly completedAt: Instant | null;
}

type Row = {
  candidacy_id: string;
  reviewer_id: string;
  reviewer_name: string;
  status: ReviewStatus;
  recusal_ground: RecusalGround | null;
  completed_at: Instant | null;
};

/** Every file of a panel with everyone it was handed to, also who stepped aside; by reviewer's name. No scores. One query. */
export async function listHandedOut(db: Db, panel: PanelOf): Promise<HandedOut[]> {
  const rows: Row[] = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('people', 'people.id', 'reviews.reviewer_id')
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .orderBy(['people.name', 'reviews.id'])
    .select({
      candidacy_id: 'reviews.candidacy_id',
      reviewer_id: 'reviews.reviewer_id',
      reviewer_name: 'people.name',
      status: 'reviews.status',
      recusal_ground: 'reviews.recusal_ground',
      completed_at: 'reviews.completed_at',
    });
  return rows.map((row) => ({
    candidacyId: row.candidacy_id,
    reviewerId: row.reviewer_id,
    reviewerName: row.reviewer_name,
    status: row.status,
    recusalGround: row.recusal_ground,
    completedAt: row.completed_at,
  }));
}
