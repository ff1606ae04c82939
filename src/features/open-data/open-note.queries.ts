import type { Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Commitment, DispositionKind } from '../advice';
import type { OpenAnswer, OpenNote, OpenRecommendation } from './open-note';

/** Notes behind an id that anyone may read, with their recommendations and what was signed in answer. Four queries. */
export async function listOpenNotes(db: Db, after: string, most: number): Promise<OpenNote[]> {
  const rows = await db('notes')
    .whereNotNull('adopted_at')
    .whereNot('status', 'withdrawn')
    .where('id', '>', after)
    .orderBy('id')
    .limit(most);
  const recommendations = await listRecommendations(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    collaborativeId: row.collaborative_id,
    status: row.status,
    title: toLocalText(row.title),
    background: toLocalText(row.background),
    topic: row.topic,
    addressee: toLocalText(row.addressee),
    recommendations: recommendations.get(row.id) ?? [],
    adoptedAt: row.adopted_at,
    deliveredAt: row.delivered_at,
    acknowledgedAt: row.acknowledged_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    acknowledgeBy: row.acknowledge_by,
    answerBy: row.answer_by,
    sha256: row.sha256,
  }));
}

async function listRecommendations(db: Db, noteIds: readonly string[]): Promise<ReadonlyMap<string, OpenRecommendation[]>> {
  const rows = await db('recommendations').whereIn('note_id', noteIds).orderBy(['note_id', 'number']);
  const answers = await listAnswers(db, noteIds);
  const byNote = new Map<string, OpenRecommendation[]>();
  for (const { id, note_id: noteId, number, text } of rows) {
    const others = byNote.get(noteId) ?? [];
    byNote.set(noteId, [...others, { id, number, text: toLocalText(text), answer: answers.get(id) ?? null }]);
  }
  return byNote;
}

/** What was said to each recommendation, of signed answers alone. */
async function listAnswers(db: Db, noteIds: readonly string[]): Promise<ReadonlyMap<string, OpenAnswer>> {
  const dispositions: DispositionCells[] = await db('dispositions')
    .join('note_answers', 'note_answers.id', 'dispositions.answer_id')
    .whereIn('note_answers.note_id', noteIds)
    .where('note_answers.status', 'signed')
    .select('dispositions.recommendation_id', 'dispositions.disposition', 'dispositions.reasons');
  const commitments: CommitmentCells[] = await db('commitments')
    .join('recommendations', 'recommendations.id', 'commitments.recommendation_id')
    .whereIn('recommendations.note_id', noteIds)
    .select(
      'commitments.id',
      'commitments.recommendation_id',
      'commitments.what',
      'commitments.who',
      'commitments.due_on',
      'commitments.status',
    );
  const promised = new Map(commitments.map((row) => [row.recommendation_id, toCommitment(row)]));
  return new Map(
    dispositions.map(({ recommendation_id: id, disposition, reasons }) => [
      id,
      { disposition, reasons: toLocalText(reasons), commitment: promised.get(id) ?? null },
    ]),
  );
}

interface DispositionCells {
  readonly recommendation_id: string;
  readonly disposition: DispositionKind;
  readonly reasons: string;
}

interface CommitmentCells {
  readonly id: string;
  readonly recommendation_id: string;
  readonly what: string;
  readonly who: string;
  readonly due_on: CalendarDate;
  readonly status: Commitment['status'];
}

const toCommitment = (row: CommitmentCells): Commitment => ({
  id: row.id,
  what: toLocalText(row.what),
  who: row.who,
  dueOn: row.due_on,
  status: row.status,
});
