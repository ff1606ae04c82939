import './tables';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import { toLocalText } from '../../lib/local-text';
import type { DispositionKind } from './answer';
import type { Note } from './note';

/** A public note that serves a priority of the local district, with how its recommendations were answered. */
export type PrioritizedNote = Pick<Note, 'id' | 'reference' | 'title' | 'status'> & {
  readonly priorityId: string;
  /** In the order of the recommendations; empty until the answer is signed. */
  readonly answers: readonly DispositionKind[];
};

/** The public notes of a body that serve priorities, the newest adoption first. Two queries. */
export async function listPrioritizedNotes(db: Db, collaborativeId: string): Promise<PrioritizedNote[]> {
  const rows = await db('notes')
    .where({ collaborative_id: collaborativeId })
    .whereNotNull('priority_id')
    .whereNotNull('adopted_at')
    .whereNot({ status: 'withdrawn' })
    .orderBy([{ column: 'adopted_at', order: 'desc' }, { column: 'id' }])
    .limit(200)
    .select('id', 'reference', 'title', 'status', 'priority_id');
  const answers = await db('dispositions')
    .join('note_answers', 'note_answers.id', 'dispositions.answer_id')
    .join('recommendations', 'recommendations.id', 'dispositions.recommendation_id')
    .where('note_answers.status', 'signed')
    .whereIn(
      'note_answers.note_id',
      rows.map(({ id }) => id),
    )
    .orderBy('recommendations.number')
    .select<{ note_id: string; disposition: DispositionKind }[]>('note_answers.note_id', 'dispositions.disposition');
  const byNote = groupBy(answers, ({ note_id: noteId }) => noteId);
  return rows.flatMap(({ id, reference, title, status, priority_id: priorityId }) =>
    priorityId === null
      ? []
      : [
          {
            ...{ id, reference, title: toLocalText(title), status, priorityId },
            answers: (byNote.get(id) ?? []).map(({ disposition }) => disposition),
          },
        ],
  );
}
