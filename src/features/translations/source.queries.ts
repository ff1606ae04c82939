import type { Db } from '../../db/database';
import { languagesOf, notePassages, notePolicy, type NoteStatus } from '../advice';
import type { Actor } from '../../lib/actor';
import { toLocalText } from '../../lib/local-text';
import { minutesPassages, minutesPolicy, type Minutes, type MinutesRecord, type MinutesStatus } from '../minutes';
import { keyOf, listTranslations } from '../translated-texts';
import type { Source } from './source';

type Untranslated = Omit<Source, 'texts'>;

interface Wanted {
  readonly collaborativeId: string;
  /** One alone, whatever its status; left out: all that may be translated now. */
  readonly only?: Pick<Source, 'kind' | 'id'>;
}

/** Minutes and notes of a body that this person may translate, with what they have in translation. Five queries. */
export async function listSources(db: Db, actor: Actor, wanted: Wanted): Promise<Source[]> {
  const found = [...(await listMinutes(db, actor, wanted)), ...(await listNotes(db, actor, wanted))];
  const texts = await listTranslations(
    db,
    found.map(({ id }) => id),
  );
  return found.map((source) => ({ ...source, texts: texts.get(keyOf(source)) ?? [] }));
}

interface MinutesLine {
  meeting_id: string;
  status: MinutesStatus;
  record: string;
  text: string;
  title: string;
  starts_at: string;
}

async function listMinutes(db: Db, actor: Actor, { collaborativeId, only }: Wanted): Promise<Untranslated[]> {
  const query = db('minutes')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .where('meetings.collaborative_id', collaborativeId)
    .orderBy([{ column: 'meetings.starts_at', order: 'desc' }, { column: 'meetings.id' }])
    .limit(50)
    .select<MinutesLine[]>(
      'minutes.meeting_id',
      'minutes.status',
      'minutes.record',
      'minutes.text',
      'meetings.title',
      'meetings.starts_at',
    );
  if (only === undefined) void query.whereIn('minutes.status', ['drafted', 'circulated']);
  else void query.where('minutes.meeting_id', only.kind === 'minutes' ? only.id : '');
  const rows = await query;
  return minutesPolicy.write(actor, { collaborativeId }).allowed ? rows.map(minutesSource) : [];
}

const minutesSource = (row: MinutesLine): Untranslated => ({
  kind: 'minutes',
  id: row.meeting_id,
  from: 'en',
  to: 'es',
  title: toLocalText(row.title),
  reference: null,
  at: row.starts_at,
  passages: minutesPassages((JSON.parse(row.record) as MinutesRecord).items, JSON.parse(row.text) as Minutes['text']),
  isOpen: row.status !== 'approved',
});

interface NoteLine {
  id: string;
  reference: string;
  status: NoteStatus;
  title: string;
  background: string;
  addressee: string;
  drafted_at: string;
  adopted_at: string | null;
}

async function listNotes(db: Db, actor: Actor, { collaborativeId, only }: Wanted): Promise<Untranslated[]> {
  const query = db('notes')
    .where({ collaborative_id: collaborativeId })
    .orderBy([{ column: 'drafted_at', order: 'desc' }, { column: 'id' }])
    .limit(50)
    .select<NoteLine[]>('id', 'reference', 'status', 'title', 'background', 'addressee', 'drafted_at', 'adopted_at');
  if (only === undefined) void query.whereIn('status', translatable);
  else void query.where({ id: only.kind === 'note' ? only.id : '' });
  const rows = await query;
  const ids = rows.map(({ id }) => id);
  const recommendations = await db('recommendations').whereIn('note_id', ids).orderBy(['note_id', 'number']);
  const authors = await db('note_people').whereIn('note_id', ids).where({ part: 'author' }).select('note_id', 'person_id');
  return rows
    .filter(({ id, status, adopted_at: adoptedAt }) => {
      const authorIds = authors.filter((author) => author.note_id === id).map((author) => author.person_id);
      const note = { collaborativeId, status, adoptedAt, authorIds };
      return status !== 'draft' && notePolicy.view(actor, note).allowed;
    })
    .map((row) =>
      noteSource(
        row,
        recommendations.filter(({ note_id: noteId }) => noteId === row.id),
      ),
    );
}

/** A draft is its authors' own, and what is delivered is frozen. */
const translatable: readonly NoteStatus[] = ['open', 'adopted'];

function noteSource(row: NoteLine, recommendations: readonly { readonly number: number; readonly text: string }[]): Untranslated {
  const note = {
    title: toLocalText(row.title),
    background: toLocalText(row.background),
    addressee: toLocalText(row.addressee),
    recommendations: recommendations.map(({ number, text }) => ({ number, text: toLocalText(text) })),
  };
  return {
    kind: 'note',
    id: row.id,
    ...languagesOf(note),
    title: note.title,
    reference: row.reference,
    at: row.drafted_at,
    passages: notePassages(note),
    isOpen: translatable.includes(row.status),
  };
}
