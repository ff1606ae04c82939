import './tables';
import { toBoolean, type Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { bodyOf, getMeeting } from '../meetings';
import { itemIdsOn, postingInTime, type Change, type Posting } from './posting';
import type { Snapshot } from './snapshot';
import type { PostingRow } from './tables';

/** All versions of a meeting's agenda, newest first. */
export async function listPostings(db: Db, meetingId: string): Promise<Posting[]> {
  const rows = await db('postings').where({ meeting_id: meetingId }).orderBy('number', 'desc');
  return rows.map(toPosting);
}

/** All versions of the agendas of several meetings, by meeting; those without any are missing. */
export async function listPostingsOf(db: Db, meetingIds: readonly string[]): Promise<ReadonlyMap<string, Posting[]>> {
  const rows = await db('postings').whereIn('meeting_id', meetingIds).orderBy(['meeting_id', 'number']);
  return groupBy(rows.map(toPosting), ({ meetingId }) => meetingId);
}

/** The version that stands. */
export async function findNewestPosting(db: Db, meetingId: string): Promise<Posting | undefined> {
  const row = await db('postings').where({ meeting_id: meetingId }).orderBy('number', 'desc').first();
  return row === undefined ? undefined : toPosting(row);
}

/** One version by its number. Throws NotFound. */
export async function getPosting(db: Db, meetingId: string, number: number): Promise<Posting> {
  const row = await db('postings').where({ meeting_id: meetingId, number }).first();
  if (row === undefined) throw new NotFound();
  return toPosting(row);
}

/** The newest version that was posted in time for the meeting as it stands; undefined: no action may be taken. */
export async function findPostingInTime(db: Db, meetingId: string): Promise<Posting | undefined> {
  const meeting = await getMeeting(db, meetingId);
  const { settings } = await bodyOf(db, meeting);
  return postingInTime(meeting, await listPostings(db, meetingId), settings.noticeHours);
}

/** Ids of the items on that version. */
export const postedItemIds = async (db: Db, meetingId: string): Promise<ReadonlySet<string>> =>
  itemIdsOn(await findPostingInTime(db, meetingId));

export async function insertPosting(db: Db, posting: Posting): Promise<void> {
  await db('postings').insert({
    id: posting.id,
    meeting_id: posting.meetingId,
    number: posting.number,
    snapshot: posting.snapshot,
    sha256: posting.sha256,
    posted_at: posting.postedAt,
    posted_by: posting.postedBy,
    put_up_at: JSON.stringify(posting.putUpAt),
    is_late: posting.isLate,
    late_reason: posting.lateReason,
    changes: JSON.stringify(posting.changes),
  });
}

const toPosting = (row: PostingRow): Posting => ({
  id: row.id,
  meetingId: row.meeting_id,
  number: row.number,
  content: JSON.parse(row.snapshot) as Snapshot,
  snapshot: row.snapshot,
  sha256: row.sha256,
  postedAt: row.posted_at,
  postedBy: row.posted_by,
  putUpAt: JSON.parse(row.put_up_at) as string[],
  isLate: toBoolean(row.is_late),
  lateReason: row.late_reason,
  changes: JSON.parse(row.changes) as Change[],
});
