import './tables';
import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { listPeopleWithRole } from '../accounts';
import { listMembers } from '../membership';
import { gapsOf, keyOf, listTranslations } from '../translated-texts';
import type { Source } from './source';
import { listSources } from './source.queries';
import type { TranslationTaskRow } from './tables';
import { behindOf, inOrder, lacksOf, type TextAddress, type WaitingText } from './translation';

interface MeetingLine {
  id: string;
  title: string;
  starts_at: Instant;
  status: string;
}

interface ItemLine {
  id: string;
  meeting_id: string;
  title: string;
  text: string;
}

type TaskLine = TranslationTaskRow & { owner: string | null };

type Untasked = Omit<WaitingText, 'ownerId' | 'ownerName' | 'dueOn' | 'version'>;

/** What waits for its translation in a body, as far as this person may see it, in the order it is due. Nine queries. */
export async function listWaitingTexts(db: Db, actor: Actor, collaborativeId: string, now: Instant): Promise<WaitingText[]> {
  const sources = await listSources(db, actor, { collaborativeId });
  const texts = [...(await listAgendaTexts(db, collaborativeId, now)), ...sources.flatMap(sourceText)];
  const tasks = await db('translation_tasks')
    .leftJoin('people', 'people.id', 'translation_tasks.owner_id')
    .whereIn('subject_id', [...new Set(texts.map(({ subjectId }) => subjectId))])
    .select<TaskLine[]>('translation_tasks.*', { owner: 'people.name' });
  const keyed = new Map(tasks.map((task) => [`${task.kind}:${task.subject_id}:${task.part}`, task]));
  return inOrder(texts.map((text) => ({ ...text, ...taskOf(keyed.get(`${text.kind}:${text.subjectId}:${text.part}`)) })));
}

async function listAgendaTexts(db: Db, collaborativeId: string, now: Instant): Promise<Untasked[]> {
  const meetings = await db('meetings')
    .where({ collaborative_id: collaborativeId })
    .whereIn('status', ['scheduled', 'posted', 'in_session'])
    .where('ends_at', '>', now)
    .orderBy(['starts_at', 'id'])
    .limit(100)
    .select<MeetingLine[]>('id', 'title', 'starts_at', 'status');
  const ids = meetings.map(({ id }) => id);
  const items = await db('agenda_items')
    .whereIn('meeting_id', ids)
    .orderBy(['meeting_id', 'place', 'id'])
    .select<ItemLine[]>('id', 'meeting_id', 'title', 'text');
  const noted = await listTranslations(db, [...ids, ...items.map(({ id }) => id)]);
  return meetings.flatMap((meeting) => textsOf(meeting, items, noted));
}

type Noted = Awaited<ReturnType<typeof listTranslations>>;

function textsOf(meeting: MeetingLine, items: readonly ItemLine[], noted: Noted): Untasked[] {
  const own = items.filter((item) => item.meeting_id === meeting.id);
  const fields = [
    { part: 'title', subject: { kind: 'meeting' as const, id: meeting.id }, title: toLocalText(meeting.title) },
    ...own.map((item) => ({
      part: item.id,
      subject: { kind: 'agenda_item' as const, id: item.id },
      title: toLocalText(item.title),
      text: toLocalText(item.text),
    })),
  ];
  return fields.flatMap(({ part, subject, ...texts }) => {
    const lacks = lacksOf(texts);
    const behind = behindOf(texts, noted.get(keyOf(subject)) ?? []);
    if (lacks.length + behind.length === 0) return [];
    const about = { title: texts.title, at: meeting.starts_at, isPosted: meeting.status !== 'scheduled', reference: null };
    return [{ kind: 'agenda', subjectId: meeting.id, part, ...about, lacks, behind, missing: 0, older: 0, language: 'es' }];
  });
}

function sourceText({ kind, id, title, reference, at, passages, texts, to }: Source): Untasked[] {
  const gaps = gapsOf(passages, texts, to);
  if (gaps.missing + gaps.older === 0) return [];
  return [{ kind, subjectId: id, part: 'words', title, reference, at, lacks: [], behind: [], ...gaps, language: to, isPosted: false }];
}

const taskOf = (task: TaskLine | undefined): Pick<WaitingText, 'ownerId' | 'ownerName' | 'dueOn' | 'version'> =>
  task === undefined
    ? { ownerId: null, ownerName: null, dueOn: null, version: 0 }
    : { ownerId: task.owner_id, ownerName: task.owner, dueOn: task.due_on, version: task.version };

export interface Translator {
  readonly id: string;
  readonly name: string;
}

/** Who may be asked to translate: the staff of a body and its officers, who edit its agendas. By name. */
export async function listTranslators(db: Db, collaborativeId: string, today: CalendarDate): Promise<Translator[]> {
  const staff = await listPeopleWithRole(db, 'staff', collaborativeId, today);
  const officers = (await listMembers(db, collaborativeId, today)).filter(({ office }) => office !== null);
  const byId = new Map([...officers, ...staff].flatMap(({ personId, name }) => (personId === null ? [] : [[personId, name] as const])));
  return [...byId].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

type Task = TextAddress & Pick<WaitingText, 'ownerId' | 'dueOn' | 'version'>;

/** Keeps who translates a text and until when, over the version that was read (0: none). Throws Conflict when another was first. */
export async function saveTask(db: Db, { kind, subjectId, part, ownerId, dueOn, version }: Task): Promise<void> {
  const words = { owner_id: ownerId, due_on: dueOn, version: version + 1 };
  const at = { kind, subject_id: subjectId, part };
  if (version > 0) {
    if (
      (await db('translation_tasks')
        .where({ ...at, version })
        .update(words)) === 0
    )
      throw new Conflict();
    return;
  }
  const there = await db('translation_tasks').where(at).first('version');
  if (there !== undefined) throw new Conflict();
  await db('translation_tasks').insert({ ...at, ...words });
}
