import './tables';
import type { Db } from '../../db/database';
import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { MeetingStatus } from '../meetings';
import type { Snapshot } from './snapshot';

/** A line of a posted agenda that serves a priority of the local district. */
export interface PrioritizedItem {
  readonly priorityId: string;
  readonly meetingId: string;
  readonly number: number;
  readonly title: LocalText;
  readonly startsAt: Instant;
  readonly status: MeetingStatus;
}

interface PostedRow {
  meeting_id: string;
  snapshot: string;
  starts_at: Instant;
  status: MeetingStatus;
}

/** Most meetings looked through, the latest: some fifteen years of monthly ones. */
const longest = 200;

/**
 * The lines that serve priorities on the agendas of a body as they stand posted, the latest meeting first. Never the draft, nor
 * a meeting that was called off or put off. One query.
 */
export async function listPrioritizedItems(db: Db, collaborativeId: string): Promise<PrioritizedItem[]> {
  const rows = await db('postings')
    .join('meetings', 'meetings.id', 'postings.meeting_id')
    .where('meetings.collaborative_id', collaborativeId)
    .whereIn('meetings.status', ['posted', 'in_session', 'adjourned'])
    .where('postings.number', '=', db('postings as newest').whereRaw('newest.meeting_id = postings.meeting_id').max('newest.number'))
    .where('postings.snapshot', 'like', '%"priority":{%')
    .orderBy([{ column: 'meetings.starts_at', order: 'desc' }, { column: 'meetings.id' }])
    .limit(longest)
    .select<PostedRow[]>('postings.meeting_id', 'postings.snapshot', 'meetings.starts_at', 'meetings.status');
  return rows.flatMap(({ meeting_id: meetingId, snapshot, starts_at: startsAt, status }) =>
    (JSON.parse(snapshot) as Snapshot).items.flatMap(({ priority, number, title }) =>
      priority === undefined ? [] : [{ priorityId: priority.id, meetingId, number, title, startsAt, status }],
    ),
  );
}
