import './tables';
import type { Db } from '../../db/database';
import type { Documents, MinutesStatus } from './document';

/** Documents of meetings by their ids: two queries, however many meetings. */
export async function listDocuments(db: Db, meetingIds: readonly string[]): Promise<ReadonlyMap<string, Documents>> {
  const postings = db<{ meeting_id: string }>('postings').whereIn('meeting_id', meetingIds).distinct('meeting_id');
  const minutes = db<{ meeting_id: string; status: MinutesStatus }>('minutes')
    .whereIn('meeting_id', meetingIds)
    .select('meeting_id', 'status');
  const posted = new Set((await postings).map((row) => row.meeting_id));
  const statuses = new Map((await minutes).map((row) => [row.meeting_id, row.status]));
  return new Map(meetingIds.map((id) => [id, { isPosted: posted.has(id), minutes: statuses.get(id) ?? null }]));
}
