import type { Db } from '../../db/database';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { plusDays, type CalendarDate, type Instant } from '../../lib/time';
import { getMeeting, type Meeting } from '../meetings';

/** Meetings whose agenda is not posted and which begin between two moments, the soonest first. */
export async function listToPost(db: Db, from: Instant, to: Instant): Promise<Meeting[]> {
  const ids: string[] = await db('meetings')
    .whereBetween('starts_at', [from, to])
    .where({ status: 'scheduled' })
    .orderBy(['starts_at', 'id'])
    .pluck('id');
  const meetings: Meeting[] = [];
  for (const id of ids) meetings.push(await getMeeting(db, id));
  return meetings;
}

/** Something a member said they would do by a day. */
export interface OwnTask {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
  readonly madeAt: Instant;
  readonly meetingId: string;
  readonly meetingTitle: LocalText;
  readonly meetingStartsAt: Instant;
  readonly collaborativeId: string;
}

/** Late by more than this nobody is reminded any more, in days. */
const longestLate = 183;

/** What is still to be done by somebody, and due by a week from today. One query. */
export async function listOwnTasks(db: Db, today: CalendarDate): Promise<OwnTask[]> {
  const rows: {
    id: string;
    text: string;
    owner_id: string;
    due_on: string;
    made_at: string;
    meeting_id: string;
    title: string;
    starts_at: string;
    collaborative_id: string;
  }[] = await db('action_items')
    .join('meetings', 'meetings.id', 'action_items.meeting_id')
    .where('action_items.status', 'open')
    .whereNotNull('action_items.owner_id')
    .whereBetween('action_items.due_on', [plusDays(today, -longestLate), plusDays(today, 7)])
    .orderBy(['action_items.due_on', 'action_items.id'])
    .select(
      'action_items.id',
      'action_items.text',
      'action_items.owner_id',
      'action_items.due_on',
      'action_items.made_at',
      'action_items.meeting_id',
    )
    .select('meetings.title', 'meetings.starts_at', 'meetings.collaborative_id');
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    madeAt: row.made_at,
    meetingId: row.meeting_id,
    meetingTitle: toLocalText(row.title),
    meetingStartsAt: row.starts_at,
    collaborativeId: row.collaborative_id,
  }));
}
