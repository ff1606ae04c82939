import type { Knex } from 'knex';
import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { MeetingStatus } from '../meetings';
import type { TopicRow } from './tables';
import { standing, type Topic, type TopicStatus } from './topic';

/** A topic with who proposed it, where it stands, and the meeting it is on. */
export interface ListedTopic extends Topic {
  readonly proposer: string;
  readonly isOnAgenda: boolean;
  readonly stands: TopicStatus;
  readonly meeting: { readonly id: string; readonly startsAt: Instant; readonly status: MeetingStatus } | null;
}

interface JoinedRow extends TopicRow {
  proposer: string;
  on_item: string | null;
  starts_at: Instant | null;
  meeting_status: MeetingStatus | null;
}

/** How many a page shows; those that wait come first. */
const shown = 200;

/** The topics of a collaborative: those that wait first, then the others, newest first. One query. */
export async function listTopics(db: Db, collaborativeId: string): Promise<ListedTopic[]> {
  const rows = (await db('topics')
    .modify(join)
    .where('topics.collaborative_id', collaborativeId)
    .orderByRaw(
      `case when topics.status in ('proposed', 'deferred')
        or (topics.status = 'accepted' and (agenda_items.id is null or meetings.status = 'cancelled')) then 0 else 1 end`,
    )
    .orderBy([
      { column: 'topics.proposed_at', order: 'desc' },
      { column: 'topics.id', order: 'desc' },
    ])
    .limit(shown)) as JoinedRow[];
  return rows.map(toListed);
}

/** Throws NotFound. */
export async function getTopic(db: Db, id: string): Promise<ListedTopic> {
  const row = (await db('topics').modify(join).where('topics.id', id).first()) as JoinedRow | undefined;
  if (row === undefined) throw new NotFound();
  return toListed(row);
}

function join(query: Knex.QueryBuilder): void {
  void query
    .join('people', 'people.id', 'topics.proposed_by')
    .leftJoin('agenda_items', 'agenda_items.id', 'topics.item_id')
    .leftJoin('meetings', 'meetings.id', 'agenda_items.meeting_id')
    .select('topics.*', {
      proposer: 'people.name',
      on_item: 'agenda_items.id',
      starts_at: 'meetings.starts_at',
      meeting_status: 'meetings.status',
    });
}

export const insertTopic = (db: Db, topic: Topic): Promise<unknown> => db('topics').insert(toRow(topic));

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveTopic(db: Db, topic: Topic): Promise<void> {
  const { id, version } = topic;
  const saved = await db('topics')
    .where({ id, version })
    .update(toRow({ ...topic, version: version + 1 }));
  if (saved === 0) throw new Conflict();
}

function toListed(row: JoinedRow): ListedTopic {
  const { on_item: onItem, starts_at: startsAt, meeting_status: status, meeting_id: meetingId } = row;
  const isOnAgenda = onItem !== null && status !== 'cancelled';
  const topic = toTopic(row);
  const meeting = isOnAgenda && meetingId !== null && startsAt !== null && status !== null ? { id: meetingId, startsAt, status } : null;
  return { ...topic, proposer: row.proposer, isOnAgenda, stands: standing(topic, isOnAgenda), meeting };
}

const toTopic = (row: TopicRow): Topic => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  locale: row.locale,
  title: row.title,
  why: row.why,
  minutes: row.minutes,
  status: row.status,
  itemId: row.item_id,
  meetingId: row.meeting_id,
  answer: row.answer,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  version: row.version,
});

const toRow = (topic: Topic): TopicRow => ({
  id: topic.id,
  collaborative_id: topic.collaborativeId,
  proposed_by: topic.proposedBy,
  proposed_at: topic.proposedAt,
  locale: topic.locale,
  title: topic.title,
  why: topic.why,
  minutes: topic.minutes,
  status: topic.status,
  item_id: topic.itemId,
  meeting_id: topic.meetingId,
  answer: topic.answer,
  decided_at: topic.decidedAt,
  decided_by: topic.decidedBy,
  version: topic.version,
});
