import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { isDuplicate } from '../../db/dialect';
import { Conflict } from '../../lib/errors';
import type { LetterText, Wording } from './letter';
import type { DecisionLetterRow, LetterTextRow } from './tables';

interface At {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

/** The newest version of each text of a collaborative in a cycle. One query. */
export async function latestTexts(db: Db, { cycleId, collaborativeId }: At): Promise<Map<string, LetterText>> {
  const rows = await db('letter_texts').where({ cycle_id: cycleId, collaborative_id: collaborativeId }).orderBy('version');
  return new Map(rows.map((row) => [row.slot, toText(row)]));
}

/** Every version of one text, the newest first. */
export async function listVersions(db: Db, { cycleId, collaborativeId }: At, slot: string): Promise<LetterText[]> {
  const rows = await db('letter_texts').where({ cycle_id: cycleId, collaborative_id: collaborativeId, slot }).orderBy('version', 'desc');
  return rows.map(toText);
}

/** Adds a version. Throws Conflict when somebody else added it first. */
export async function insertText(tx: Pick<Deps, 'db' | 'newId'>, { cycleId, collaborativeId }: At, text: LetterText): Promise<void> {
  try {
    await tx.db('letter_texts').insert({
      id: tx.newId(),
      cycle_id: cycleId,
      collaborative_id: collaborativeId,
      slot: text.slot,
      version: text.version,
      code: text.code,
      wordings: text.wordings === null ? null : JSON.stringify(text.wordings),
      edited_by: text.editedBy,
      edited_at: text.editedAt,
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict();
    throw error;
  }
}

export type NewLetter = Omit<DecisionLetterRow, 'channel' | 'body'>;

/** Keeps letters as they were queued in this transaction, byte for byte: the mail, or the letter on paper. */
export async function freezeLetters(db: Db, letters: readonly NewLetter[]): Promise<void> {
  for (let at = 0; at < letters.length; at += 90) {
    const some = letters.slice(at, at + 90);
    const ids = some.map(({ id }) => id);
    await db('decision_letters').insert(some.map((letter) => ({ ...letter, channel: 'none' as const, body: null })));
    const mail = db('outbox')
      .join('outbox_bodies', 'outbox_bodies.outbox_id', 'outbox.id')
      .whereRaw('outbox.dedupe_key = decision_letters.dedupe_key');
    const paper = db('paper_letters').whereRaw('paper_letters.dedupe_key = decision_letters.dedupe_key');
    const fresh = () => db('decision_letters').whereIn('id', ids);
    await fresh()
      .whereExists(mail.clone())
      .update({ channel: 'mail', body: mail.clone().select('outbox_bodies.body') as never });
    await fresh()
      .whereExists(paper.clone())
      .update({ channel: 'paper', body: paper.clone().select('paper_letters.body') as never });
  }
}

/** The letters of these candidacies in the order in which they went out. */
export const listLetters = (db: Db, candidacyIds: readonly string[]): Promise<DecisionLetterRow[]> =>
  db('decision_letters').whereIn('candidacy_id', candidacyIds).orderBy(['created_at', 'id']);

export type SentLetter = Pick<DecisionLetterRow, 'id' | 'candidacy_id' | 'code' | 'created_at'>;

/** Every letter of a collaborative in a cycle in the order in which they went out, without what it says. One query. */
export const listLettersOf = (db: Db, place: At): Promise<SentLetter[]> =>
  db('decision_letters')
    .join('candidacies', 'candidacies.id', 'decision_letters.candidacy_id')
    .where('candidacies.cycle_id', place.cycleId)
    .where('candidacies.collaborative_id', place.collaborativeId)
    .orderBy(['decision_letters.created_at', 'decision_letters.id'])
    .select<SentLetter[]>('decision_letters.id', 'decision_letters.candidacy_id', 'decision_letters.code', 'decision_letters.created_at');

const toText = (row: LetterTextRow): LetterText => ({
  slot: row.slot,
  version: row.version,
  code: row.code,
  wordings: row.wordings === null ? null : (JSON.parse(row.wordings) as Record<string, Wording>),
  editedBy: row.edited_by,
  editedAt: row.edited_at,
});
