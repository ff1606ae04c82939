import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { dateOf, plusDays, type Instant } from '../../lib/time';
import type { PanelOf } from '../reviews';
import type { Coverage } from './coverage';

const reviewing = ['closed', 'in_review', 'deciding'] as const;
const openStatuses = ['assigned', 'in_progress'] as const;

/** A reviewer with open reviews in a cycle. */
export interface OpenReviews {
  readonly cycleId: string;
  readonly personId: string;
  readonly open: number;
}

/** Reviewers with open reviews in cycles whose date is near. One query. */
export async function listOpenReviews(db: Db, now: Instant): Promise<OpenReviews[]> {
  const today = dateOf(now);
  const rows: { cycle_id: string; reviewer_id: string; open: number | string }[] = await openIn(db)
    .whereBetween('cycles.review_by', [plusDays(today, -5), plusDays(today, 9)])
    .groupBy('candidacies.cycle_id', 'reviews.reviewer_id')
    .orderBy(['candidacies.cycle_id', 'reviews.reviewer_id'])
    .select({ cycle_id: 'candidacies.cycle_id', reviewer_id: 'reviews.reviewer_id', open: db.raw('count(*)') });
  return rows.map((row) => ({ cycleId: row.cycle_id, personId: row.reviewer_id, open: Number(row.open) }));
}

/** How many reviews somebody has open in a cycle. */
export async function countOpenReviews(db: Db, cycleId: string, personId: string): Promise<number> {
  const rows: { open: number | string }[] = await openIn(db)
    .where('candidacies.cycle_id', cycleId)
    .where('reviews.reviewer_id', personId)
    .select({ open: db.raw('count(*)') });
  return Number(rows[0]?.open ?? 0);
}

const openIn = (db: Db) =>
  db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .whereIn('cycles.status', reviewing)
    .whereIn('reviews.status', openStatuses)
    .where('candidacies.status', 'in_review');

interface FileRow {
  cycle_id: string;
  collaborative_id: string;
  candidacy_id: string;
  complete: number | string;
  open: number | string;
  last: Instant | null;
}

/** How far each panel of a cycle under review is, by its minimum of reviews. One query. */
export async function listCoverages(
  db: Db,
  minimumOf: (collaborativeId: string) => number,
  only?: PanelOf,
): Promise<{ panel: PanelOf; coverage: Coverage }[]> {
  const query = db('candidacies')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .leftJoin('reviews', 'reviews.candidacy_id', 'candidacies.id')
    .whereIn('cycles.status', reviewing)
    .where('candidacies.is_reviewed', true)
    .where('candidacies.status', 'in_review');
  if (only !== undefined)
    void query.where('candidacies.cycle_id', only.cycleId).where('candidacies.collaborative_id', only.collaborativeId);
  const rows: FileRow[] = await query.groupBy('candidacies.cycle_id', 'candidacies.collaborative_id', 'candidacies.id').select({
    cycle_id: 'candidacies.cycle_id',
    collaborative_id: 'candidacies.collaborative_id',
    candidacy_id: 'candidacies.id',
    complete: db.raw("sum(case when reviews.status = 'complete' then 1 else 0 end)"),
    open: db.raw("sum(case when reviews.status in ('assigned', 'in_progress') then 1 else 0 end)"),
    last: db.raw('max(reviews.completed_at)'),
  });
  return [...groupBy(rows, (row) => `${row.cycle_id} ${row.collaborative_id}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const panel = { cycleId: first.cycle_id, collaborativeId: first.collaborative_id };
    return [{ panel, coverage: coverageOf(own, minimumOf(panel.collaborativeId)) }];
  });
}

const coverageOf = (files: readonly FileRow[], minimum: number): Coverage => ({
  files: files.length,
  under: files.filter((file) => Number(file.complete) < minimum).length,
  open: files.reduce((sum, file) => sum + Number(file.open), 0),
  lastCompletedAt:
    files
      .map((file) => file.last ?? '')
      .sort()
      .at(-1) || null,
});
