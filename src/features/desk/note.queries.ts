import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { StaffNote } from './note';

interface Row {
  id: string;
  candidacy_id: string;
  collaborative_id: string;
  author_id: string;
  author_name: string;
  text: string;
  written_at: Instant;
}

const notes = (db: Db) =>
  db('candidacy_notes')
    .join('candidacies', 'candidacies.id', 'candidacy_notes.candidacy_id')
    .join('people', 'people.id', 'candidacy_notes.author_id')
    .select<Row[]>('candidacy_notes.*', 'candidacies.collaborative_id', { author_name: 'people.name' });

/** The notes on candidacies of these collaboratives, the newest first. One query. */
export async function listNotes(db: Db, candidacyIds: readonly string[], collaborativeIds: readonly string[]): Promise<StaffNote[]> {
  const rows: Row[] = await notes(db)
    .whereIn('candidacy_notes.candidacy_id', candidacyIds)
    .whereIn('candidacies.collaborative_id', collaborativeIds)
    .orderBy([
      { column: 'candidacy_notes.written_at', order: 'desc' },
      { column: 'candidacy_notes.id', order: 'desc' },
    ]);
  return rows.map(toNote);
}

export async function getNote(db: Db, id: string): Promise<StaffNote> {
  const rows: Row[] = await notes(db).where('candidacy_notes.id', id);
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  return toNote(row);
}

export const insertNote = (db: Db, note: Omit<StaffNote, 'collaborativeId' | 'authorName'>): Promise<number[]> =>
  db('candidacy_notes').insert({
    id: note.id,
    candidacy_id: note.candidacyId,
    author_id: note.authorId,
    text: note.text,
    written_at: note.writtenAt,
  });

export const deleteNote = (db: Db, id: string): Promise<number> => db('candidacy_notes').where({ id }).delete();

const toNote = (row: Row): StaffNote => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  collaborativeId: row.collaborative_id,
  authorId: row.author_id,
  authorName: row.author_name,
  text: row.text,
  writtenAt: row.written_at,
});
