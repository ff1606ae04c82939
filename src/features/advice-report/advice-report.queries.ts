import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Commitment, DispositionKind, NoteStatus } from '../advice';
import type { ReportedNote, ReportedRecommendation } from './advice-report';

/** Whose notes: of one collaborative, or of all (null). */
export type Whose = string | null;

interface Span {
  readonly from: Instant;
  /** Not itself. */
  readonly to: Instant;
}

/** When the notes were delivered. One query. */
export const listDeliveries = (db: Db, whose: Whose): Promise<Instant[]> =>
  db('notes').modify(delivered(whose)).pluck('notes.delivered_at') as Promise<Instant[]>;

/** The notes delivered in a span, by collaborative in its order, then by delivery. Three queries. */
export async function listReportedNotes(db: Db, whose: Whose, span: Span): Promise<ReportedNote[]> {
  const notes = await db('notes')
    .join('collaboratives', 'collaboratives.id', 'notes.collaborative_id')
    .modify(delivered(whose, span))
    .orderBy(['collaboratives.slug', 'notes.delivered_at', 'notes.reference'])
    .select<NoteColumns[]>('notes.*');
  const recommendations = groupBy(await recommendationRows(db, whose, span), ({ note_id: id }) => id);
  const moves = groupBy(await moveRows(db, whose, span), ({ note_id: id }) => id);
  return notes.map((row) => toReported(row, recommendations.get(row.id) ?? [], moves.get(row.id) ?? []));
}

const deliveredStatuses: readonly NoteStatus[] = ['delivered', 'acknowledged', 'answered', 'closed'];

/** Notes that were delivered, and nothing else: no draft, none that was withdrawn. */
const delivered =
  (whose: Whose, span?: Span) =>
  (query: Knex.QueryBuilder): void => {
    void query.whereIn('notes.status', deliveredStatuses).whereNotNull('notes.delivered_at');
    if (whose !== null) void query.where('notes.collaborative_id', whose);
    if (span !== undefined) void query.where('notes.delivered_at', '>=', span.from).where('notes.delivered_at', '<', span.to);
  };

/** Recommendations with what a signed answer says of each; nothing of one in the making. */
const recommendationRows = (db: Db, whose: Whose, span: Span): Promise<RecommendationColumns[]> =>
  db('recommendations')
    .join('notes', 'notes.id', 'recommendations.note_id')
    .leftJoin('note_answers', (join) => {
      join.on('note_answers.note_id', 'notes.id').andOnVal('note_answers.status', 'signed');
    })
    .leftJoin('dispositions', (join) => {
      join.on('dispositions.answer_id', 'note_answers.id').andOn('dispositions.recommendation_id', 'recommendations.id');
    })
    .leftJoin('commitments', 'commitments.recommendation_id', 'dispositions.recommendation_id')
    .modify(delivered(whose, span))
    .orderBy(['recommendations.note_id', 'recommendations.number'])
    .select<RecommendationColumns[]>(
      'recommendations.note_id',
      'recommendations.number',
      'recommendations.text',
      'dispositions.disposition',
      'dispositions.reasons',
      { promise: 'commitments.status' },
      'commitments.due_on',
    );

const moveRows = (db: Db, whose: Whose, span: Span): Promise<MoveColumns[]> =>
  db('note_moves')
    .join('notes', 'notes.id', 'note_moves.note_id')
    .modify(delivered(whose, span))
    .orderBy(['note_moves.at', 'note_moves.id'])
    .select<MoveColumns[]>('note_moves.note_id', 'note_moves.kind', 'note_moves.at', 'note_moves.replied_at');

interface NoteColumns {
  id: string;
  reference: string;
  collaborative_id: string;
  status: NoteStatus;
  title: string;
  adopted_at: Instant | null;
  delivered_at: Instant;
  acknowledged_at: Instant | null;
  answered_at: Instant | null;
  acknowledge_by: CalendarDate | null;
  answer_by: CalendarDate | null;
  stopped_on: CalendarDate | null;
}

interface RecommendationColumns {
  note_id: string;
  number: number;
  text: string;
  disposition: DispositionKind | null;
  reasons: string | null;
  promise: Commitment['status'] | null;
  due_on: CalendarDate | null;
}

interface MoveColumns {
  note_id: string;
  kind: 'extension' | 'question';
  at: Instant;
  replied_at: Instant | null;
}

const toReported = (row: NoteColumns, recommendations: readonly RecommendationColumns[], moves: readonly MoveColumns[]): ReportedNote => ({
  id: row.id,
  reference: row.reference,
  collaborativeId: row.collaborative_id,
  status: row.status,
  title: toLocalText(row.title),
  adoptedAt: row.adopted_at,
  deliveredAt: row.delivered_at,
  acknowledgedAt: row.acknowledged_at,
  answeredAt: row.answered_at,
  acknowledgeBy: row.acknowledge_by,
  answerBy: row.answer_by,
  stoppedOn: row.stopped_on,
  recommendations: recommendations.map(toRecommendation),
  extensions: moves.filter(({ kind }) => kind === 'extension').length,
  questions: moves.filter(({ kind }) => kind === 'question').map(({ at, replied_at: repliedAt }) => ({ askedAt: at, repliedAt })),
});

const toRecommendation = (row: RecommendationColumns): ReportedRecommendation => ({
  number: row.number,
  text: toLocalText(row.text),
  disposition: row.disposition,
  reasons: row.reasons === null ? null : toLocalText(row.reasons),
  commitment: row.promise === null || row.due_on === null ? null : { status: row.promise, dueOn: row.due_on },
});
