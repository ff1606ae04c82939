import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { Review, Score } from './review';
import type { ReviewSubject } from './review.policy';
import type { ReviewRow } from './tables';

/** A review with whose file it is. */
export interface ReviewOfFile extends Review, Omit<ReviewSubject, 'reviewerId' | 'status'> {
  readonly applicationId: string;
  readonly reference: string;
}

type FileColumns = { cycle_id: string; collaborative_id: string; application_id: string; reference: string; person_id: string | null };

export async function getReview(db: Db, id: string): Promise<ReviewOfFile> {
  const row = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('reviews.id', id)
    .first<(ReviewRow & FileColumns) | undefined>(
      'reviews.*',
      'candidacies.cycle_id',
      'candidacies.collaborative_id',
      'candidacies.application_id',
      'applications.reference',
      'applications.person_id',
    );
  if (row === undefined) throw new NotFound();
  return {
    ...toReview(row),
    cycleId: row.cycle_id,
    collaborativeId: row.collaborative_id,
    applicationId: row.application_id,
    reference: row.reference,
    applicantId: row.person_id,
  };
}

/** Saves what changed; fails when it was saved elsewhere first. Answers it with its new version. */
export async function saveReview<Saved extends Review>(db: Db, review: Saved): Promise<Saved> {
  const { id, version } = review;
  const saved = await db('reviews')
    .where({ id, version })
    .update({
      status: review.status,
      recommendation: review.recommendation,
      recusal_ground: review.recusalGround,
      recusal_words: review.recusalWords,
      completed_at: review.completedAt,
      rubric_id: review.rubricId,
      minutes: review.minutes,
      version: version + 1,
    });
  if (saved === 0) throw new Conflict();
  return { ...review, version: version + 1 };
}

/** Puts these scores and comments in the place of those before. */
export async function saveScores(db: Db, reviewId: string, scores: readonly Score[]): Promise<void> {
  await db('review_scores').where({ review_id: reviewId }).delete();
  if (scores.length > 0) await db('review_scores').insert(scores.map((score) => ({ review_id: reviewId, ...score })));
}

/** Scores and comments of these reviews, by review. One query. */
export async function listScores(db: Db, reviewIds: readonly string[]): Promise<ReadonlyMap<string, Score[]>> {
  const rows = await db('review_scores').whereIn('review_id', reviewIds);
  const groups = groupBy(rows, (row) => row.review_id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ criterion, score, comment }) => ({ criterion, score, comment }))]));
}

export interface NamedReview extends Review {
  readonly reviewerName: string;
}

/** All reviews of a file with their reviewers' names. */
export async function listReviewsOf(db: Db, candidacyId: string): Promise<NamedReview[]> {
  const rows = await db('reviews')
    .join('people', 'people.id', 'reviews.reviewer_id')
    .where({ candidacy_id: candidacyId })
    .orderBy(['people.name', 'reviews.id'])
    .select<(ReviewRow & { reviewer_name: string })[]>('reviews.*', { reviewer_name: 'people.name' });
  return rows.map((row) => ({ ...toReview(row), reviewerName: row.reviewer_name }));
}

/** A file in a reviewer's list. */
export interface QueuedReview {
  readonly id: string;
  readonly reference: string;
  readonly status: Review['status'];
  readonly collaborativeId: string;
  readonly constituency: string;
  readonly submittedAt: string;
  readonly completedAt: string | null;
  /** Complete reviews of the file, by anyone. */
  readonly complete: number;
}

interface QueuedRow {
  id: string;
  reference: string;
  status: Review['status'];
  collaborative_id: string;
  constituency: string;
  submitted_at: string;
  completed_at: string | null;
  complete: number | string;
}

const scorable = ['closed', 'in_review', 'deciding'] as const;

/** More than a reviewer is ever given; keeps a page from growing without end. */
const queueShown = 250;

/** What a reviewer has left, the least-reviewed file first; a page's worth. One query. */
export async function listToScore(db: Db, reviewerId: string, limit = queueShown): Promise<QueuedReview[]> {
  const rows = await queueOf(db, reviewerId)
    .whereIn('reviews.status', ['assigned', 'in_progress'])
    .orderBy([{ column: 'complete' }, { column: 'candidacies.submitted_at' }, { column: 'reviews.id' }])
    .limit(limit);
  return rows.map(toQueued);
}

/** What a reviewer has scored in cycles that are still decided on, the latest first. One query. */
export async function listScored(db: Db, reviewerId: string, after: string | undefined): Promise<Page<QueuedReview>> {
  const cursor = decodeCursor(after);
  const query = queueOf(db, reviewerId).where('reviews.status', 'complete');
  if (cursor !== undefined)
    void query.whereRaw('(reviews.completed_at < ? or (reviews.completed_at = ? and reviews.id < ?))', [
      cursor.after,
      cursor.after,
      cursor.id,
    ]);
  const rows = await query
    .orderBy([
      { column: 'reviews.completed_at', order: 'desc' },
      { column: 'reviews.id', order: 'desc' },
    ])
    .limit(pageSize + 1);
  return cutPage(rows.map(toQueued), (review) => ({ after: review.completedAt ?? '', id: review.id }));
}

/** How many files a reviewer has in cycles that are still decided on, and how many are done. One query. */
export async function countQueue(db: Db, reviewerId: string): Promise<{ all: number; done: number }> {
  const rows = await db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .where('reviews.reviewer_id', reviewerId)
    .whereNot('reviews.status', 'recused')
    .whereNot('candidacies.status', 'withdrawn')
    .whereIn('cycles.status', scorable)
    .groupBy('reviews.status')
    .select<{ status: Review['status']; files: number | string }[]>('reviews.status', db.raw('count(*) as files'));
  const all = rows.reduce((sum, row) => sum + Number(row.files), 0);
  return { all, done: Number(rows.find((row) => row.status === 'complete')?.files ?? 0) };
}

const queueOf = (db: Db, reviewerId: string) =>
  db('reviews')
    .join('candidacies', 'candidacies.id', 'reviews.candidacy_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .where('reviews.reviewer_id', reviewerId)
    .whereNot('candidacies.status', 'withdrawn')
    .whereIn('cycles.status', scorable)
    .select<QueuedRow[]>(
      'reviews.id',
      'applications.reference',
      'reviews.status',
      'candidacies.collaborative_id',
      'candidacies.constituency',
      'candidacies.submitted_at',
      'reviews.completed_at',
      db.raw(
        `(select count(*) from reviews other where other.candidacy_id = reviews.candidacy_id and other.status = 'complete') as complete`,
      ),
    );

const toQueued = (row: QueuedRow): QueuedReview => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  collaborativeId: row.collaborative_id,
  constituency: row.constituency,
  submittedAt: row.submitted_at,
  completedAt: row.completed_at,
  complete: Number(row.complete),
});

const toReview = (row: ReviewRow): Review => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  reviewerId: row.reviewer_id,
  status: row.status,
  recommendation: row.recommendation,
  recusalGround: row.recusal_ground,
  recusalWords: row.recusal_words,
  assignedAt: row.assigned_at,
  assignedBy: row.assigned_by,
  completedAt: row.completed_at,
  rubricId: row.rubric_id,
  minutes: row.minutes,
  version: row.version,
});
