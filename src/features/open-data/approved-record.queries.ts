import type { Db } from '../../db/database';
import type { MinutesRecord } from '../minutes';

/** What approved minutes froze of a meeting. */
export interface ApprovedRecord {
  /** Of the minutes. */
  readonly id: string;
  readonly meetingId: string;
  readonly collaborativeId: string;
  readonly record: MinutesRecord;
}

/** Records of approved minutes behind an id. One query. */
export async function listApprovedRecords(db: Db, after: string, most: number): Promise<ApprovedRecord[]> {
  const rows: { id: string; meeting_id: string; collaborative_id: string; record: string }[] = await db('minutes')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .where('minutes.status', 'approved')
    .whereNot('meetings.status', 'draft')
    .where('minutes.id', '>', after)
    .orderBy('minutes.id')
    .limit(most)
    .select('minutes.id', 'minutes.meeting_id', 'minutes.record', 'meetings.collaborative_id');
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    collaborativeId: row.collaborative_id,
    record: JSON.parse(row.record) as MinutesRecord,
  }));
}
