import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { collaborativesAs, type Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { idOf, linkedPriority } from '../priorities';
import type { Note, Recommendation } from './note';
import type { NoteRow } from './tables';

/** One note with its recommendations and authors. Throws NotFound. Three queries. */
export async function getNote(db: Db, id: string): Promise<Note> {
  const [row] = await db('notes')
    .leftJoin('priorities', 'priorities.id', 'notes.priority_id')
    .where('notes.id', id)
    .select<PrioritizedRow[]>('notes.*', { priority_title: 'priorities.title' });
  if (row === undefined) throw new NotFound();
  const [recommendations, authors] = [await listRecommendations(db, id), await listPart(db, id, 'author')];
  return toNote(row, recommendations, authors);
}

/** A note in a list: what its line shows. */
export interface ListedNote {
  readonly id: string;
  readonly reference: string;
  readonly collaborativeId: string;
  readonly status: Note['status'];
  readonly title: LocalText;
  readonly adoptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly acknowledgeBy: CalendarDate | null;
  readonly answerBy: CalendarDate | null;
  readonly stoppedOn: CalendarDate | null;
}

/** A body's notes that anyone may read, the newest adoption first. */
export async function listPublicNotes(db: Db, collaborativeId: string): Promise<ListedNote[]> {
  const rows = await db('notes')
    .where({ collaborative_id: collaborativeId })
    .whereNotNull('adopted_at')
    .whereNot({ status: 'withdrawn' })
    .orderBy([{ column: 'adopted_at', order: 'desc' }, { column: 'id' }])
    .limit(200);
  return rows.map(toListed);
}

/** The notes that staff answer, by the date the answer is due. */
export async function listNotesToAnswer(db: Db, collaborativeId: string): Promise<ListedNote[]> {
  const rows = await db('notes')
    .where({ collaborative_id: collaborativeId })
    .whereIn('status', ['delivered', 'acknowledged', 'answered', 'closed'])
    .orderBy([{ column: 'status', order: 'desc' }, { column: 'answer_by' }, { column: 'id' }])
    .limit(200);
  return rows.map(toListed);
}

/** The notes a member works with: their own drafts, and what their bodies have opened or adopted. */
export async function listNotesOf(db: Db, actor: Actor): Promise<ListedNote[]> {
  const bodies = [...actor.seats.filter((seat) => seat.status !== 'pending'), ...actor.offices].map(
    ({ collaborativeId }) => collaborativeId,
  );
  const rows = await db('notes')
    .where((mine) => {
      void mine
        .whereIn(
          'id',
          db('note_people')
            .select('note_id')
            .where({ person_id: actor.id ?? '', part: 'author' }),
        )
        .orWhere((open) => {
          void open.whereIn('collaborative_id', bodies).whereNotIn('status', ['draft', 'withdrawn']);
        });
    })
    .orderBy([{ column: 'drafted_at', order: 'desc' }, { column: 'id' }])
    .limit(100);
  return rows.map(toListed);
}

/** Bodies whose advice desk the actor works at. */
export const deskBodies = (actor: Actor): readonly string[] => [
  ...collaborativesAs(actor, 'staff'),
  ...collaborativesAs(actor, 'approver'),
];

/** Adds a note with its recommendations and its first author. */
export async function insertNote(tx: Pick<Deps, 'db'>, note: Note): Promise<void> {
  await tx.db('notes').insert({ id: note.id, version: 1, supersedes_id: null, ...columnsOf(note) });
  await saveRecommendations(tx.db, note);
  await tx
    .db('note_people')
    .insert(note.authorIds.map((id) => ({ note_id: note.id, person_id: id, part: 'author' as const, at: note.draftedAt })));
}

/** Saves a note; with `words` its recommendations too. Fails when somebody else saved it first. */
export async function saveNote(db: Db, note: Note, { words }: { readonly words: boolean } = { words: false }): Promise<void> {
  const saved = await db('notes')
    .where({ id: note.id, version: note.version })
    .update({ ...columnsOf(note), version: note.version + 1 });
  if (saved === 0) throw new Conflict();
  if (!words) return;
  await db('recommendations').where({ note_id: note.id }).delete();
  await saveRecommendations(db, note);
}

/** The next number of a body's notes in a year, for the reference. */
export async function countNotes(db: Db, collaborativeId: string, year: string): Promise<number> {
  const row = await db('notes')
    .where({ collaborative_id: collaborativeId })
    .andWhere('drafted_at', 'like', `${year}-%`)
    .count({ count: '*' })
    .first();
  return Number(row?.['count'] ?? 0);
}

export async function insertEndorsement(db: Db, noteId: string, personId: string, at: Instant): Promise<void> {
  await db('note_people')
    .insert({ note_id: noteId, person_id: personId, part: 'endorser', at })
    .onConflict(['note_id', 'person_id', 'part'])
    .ignore();
}

/** Names of a note's authors and endorsers, in the order they came. */
export async function listSigners(db: Db, noteId: string): Promise<{ personId: string; name: string; part: 'author' | 'endorser' }[]> {
  const rows: { person_id: string; name: string; part: 'author' | 'endorser' }[] = await db('note_people')
    .join('people', 'people.id', 'note_people.person_id')
    .where({ note_id: noteId })
    .orderBy(['note_people.part', 'note_people.at', 'people.name'])
    .select('note_people.person_id', 'people.name', 'note_people.part');
  return rows.map((row) => ({ personId: row.person_id, name: row.name, part: row.part }));
}

/** Days off beside the holidays that can be computed. */
export const listDaysOff = async (db: Db): Promise<ReadonlySet<CalendarDate>> =>
  new Set((await db('holidays').select('date')).map(({ date }) => date));

async function listRecommendations(db: Db, noteId: string): Promise<Recommendation[]> {
  const rows = await db('recommendations').where({ note_id: noteId }).orderBy('number');
  return rows.map((row) => ({ id: row.id, number: row.number, text: toLocalText(row.text) }));
}

const listPart = async (db: Db, noteId: string, part: 'author' | 'endorser'): Promise<string[]> =>
  (await db('note_people').where({ note_id: noteId, part }).orderBy(['at', 'person_id']).select('person_id')).map((row) => row.person_id);

async function saveRecommendations(db: Db, note: Note): Promise<void> {
  const rows = note.recommendations.map(({ id, number, text }) => ({ id, note_id: note.id, number, text: JSON.stringify(text) }));
  if (rows.length > 0) await db('recommendations').insert(rows);
}

const columnsOf = (note: Note) => ({
  reference: note.reference,
  collaborative_id: note.collaborativeId,
  status: note.status,
  title: JSON.stringify(note.title),
  background: JSON.stringify(note.background),
  topic: note.topic,
  priority_id: idOf(note.priority),
  addressee: JSON.stringify(note.addressee),
  adopted_by_motion: note.adoptedByMotion,
  drafted_at: note.draftedAt,
  opened_at: note.openedAt,
  adopted_at: note.adoptedAt,
  delivered_at: note.deliveredAt,
  acknowledged_at: note.acknowledgedAt,
  answered_at: note.answeredAt,
  closed_at: note.closedAt,
  acknowledge_by: note.acknowledgeBy,
  answer_by: note.answerBy,
  stopped_on: note.stoppedOn,
  sha256: note.sha256,
});

const toListed = (row: NoteRow): ListedNote => ({
  id: row.id,
  reference: row.reference,
  collaborativeId: row.collaborative_id,
  status: row.status,
  title: toLocalText(row.title),
  adoptedAt: row.adopted_at,
  deliveredAt: row.delivered_at,
  answeredAt: row.answered_at,
  acknowledgeBy: row.acknowledge_by,
  answerBy: row.answer_by,
  stoppedOn: row.stopped_on,
});

type PrioritizedRow = NoteRow & { priority_title: string | null };

const toNote = (row: PrioritizedRow, recommendations: readonly Recommendation[], authorIds: readonly string[]): Note => ({
  ...toListed(row),
  background: toLocalText(row.background),
  topic: row.topic,
  priority: linkedPriority(row),
  addressee: toLocalText(row.addressee),
  recommendations,
  authorIds,
  adoptedByMotion: row.adopted_by_motion,
  draftedAt: row.drafted_at,
  openedAt: row.opened_at,
  acknowledgedAt: row.acknowledged_at,
  closedAt: row.closed_at,
  sha256: row.sha256,
  version: row.version,
});
