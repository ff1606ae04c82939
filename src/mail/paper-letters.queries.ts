import './tables';
import type { Db } from '../db/database';
import { Conflict } from '../lib/errors';
import { stoppedAmong } from './mail-stops.queries';
import type { PaperLetterRow, PaperLetterStatus } from './tables';

export type { PaperLetterRow, PaperLetterStatus } from './tables';

/** A letter as it is put into the queue; nobody has printed it yet. */
export type NewPaperLetter = Omit<
  PaperLetterRow,
  'batch_id' | 'prints' | 'printed_at' | 'printed_by' | 'finished_at' | 'finished_by' | 'version'
>;

const batchSize = 100;

/** Inserts letters; those whose dedupe key is taken, and those to people nobody may write to, are left out. Answers how many went in. */
export async function insertPaperLetters(db: Db, letters: readonly NewPaperLetter[]): Promise<number> {
  let inserted = 0;
  const stopped = await stoppedAmong(
    db,
    letters.map((letter) => letter.person_id),
  );
  const wanted = letters.filter(({ person_id: id }) => id === null || !stopped.has(id));
  for (let at = 0; at < wanted.length; at += batchSize) {
    const rows = wanted.slice(at, at + batchSize).map((letter) => letter as PaperLetterRow);
    inserted += (await db('paper_letters').insert(rows).onConflict('dedupe_key').ignore().returning('id')).length;
  }
  return inserted;
}

/** Letters of one collaborative by id, in the order of the queue; ids of others are left out. */
export const listPaperLetters = (db: Db, collaborativeId: string, ids: readonly string[]): Promise<PaperLetterRow[]> =>
  db('paper_letters').where({ collaborative_id: collaborativeId }).whereIn('id', ids).orderBy('id');

/** Saves the next state of a letter; fails when another request changed the same letter first. */
export async function savePaperLetter(
  db: Db,
  letter: PaperLetterRow,
  change: { readonly status: PaperLetterStatus } & Partial<
    Pick<PaperLetterRow, 'batch_id' | 'prints' | 'printed_at' | 'printed_by' | 'finished_at' | 'finished_by'>
  >,
): Promise<void> {
  const { id, version } = letter;
  const saved = await db('paper_letters')
    .where({ id, version })
    .update({ ...change, version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** The letters on paper about one record, the latest first; their words stay sealed. */
export const listPaperLettersAbout = (db: Db, about: { readonly kind: string; readonly id: string }): Promise<PaperLetterRow[]> =>
  db('paper_letters').where({ about_kind: about.kind, about_id: about.id }).orderBy('id', 'desc').limit(100);
