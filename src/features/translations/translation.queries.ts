import './tables';
import type { Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import { listPeopleWithRole } from '../accounts';
import { listMembers } from '../membership';
import type { TranslationTaskRow } from './tables';
import { inOrder, lacksOf, type WaitingText } from './translation';

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

/** What lacks Spanish on the agendas to come of a body, in the order it is due. Three queries. */
export async function listWaitingTexts(db: Db, collaborativeId: string, now: Instant): Promise<WaitingText[]> {
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
  const tasks = await db('translation_tasks')
    .leftJoin('people', 'people.id', 'translation_tasks.owner_id')
    .whereIn('meeting_id', ids)
    .select<TaskLine[]>('translation_tasks.*', { owner: 'people.name' });
  const known = new Map(tasks.map((task) => [`${task.meeting_id}:${task.part}`, task]));
  return inOrder(meetings.flatMap((meeting) => textsOf(meeting, items, known)));
}

function textsOf(meeting: MeetingLine, items: readonly ItemLine[], known: ReadonlyMap<string, TaskLine>): WaitingText[] {
  const own = items.filter((item) => item.meeting_id === meeting.id);
  const fields = [
    { part: 'title', title: toLocalText(meeting.title) },
    ...own.map((item) => ({ part: item.id, title: toLocalText(item.title), text: toLocalText(item.text) })),
  ];
  return fields.flatMap(({ part, ...texts }) => {
    const lacks = lacksOf(texts);
    if (lacks.length === 0) return [];
    const { ownerId, ownerName, dueOn, version } = taskOf(known.get(`${meeting.id}:${part}`));
    return [
      {
        ...{ meetingId: meeting.id, part, title: texts.title, lacks, meetingStartsAt: meeting.starts_at },
        ...{ isPosted: meeting.status !== 'scheduled', ownerId, ownerName, dueOn, version },
      },
    ];
  });
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

type Task = Pick<WaitingText, 'meetingId' | 'part' | 'ownerId' | 'dueOn' | 'version'>;

/** Keeps who translates a text and until when, over the version that was read (0: none). Throws Conflict when another was first. */
export async function saveTask(db: Db, { meetingId, part, ownerId, dueOn, version }: Task): Promise<void> {
  const words = { owner_id: ownerId, due_on: dueOn, version: version + 1 };
  const at = { meeting_id: meetingId, part };
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
