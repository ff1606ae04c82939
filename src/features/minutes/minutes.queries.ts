import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { Minutes, MinutesText } from './minutes';
import type { MinutesRecord } from './record';
import type { MinutesRow } from './tables';

/** The minutes of a meeting, or undefined before they are compiled. */
export async function minutesOf(db: Db, meetingId: string): Promise<Minutes | undefined> {
  const row = await db('minutes').where({ meeting_id: meetingId }).first();
  return row === undefined ? undefined : toMinutes(row);
}

/** Throws NotFound. */
export async function getMinutes(db: Db, meetingId: string): Promise<Minutes> {
  const found = await minutesOf(db, meetingId);
  if (found === undefined) throw new NotFound();
  return found;
}

export async function insertMinutes(db: Db, minutes: Minutes): Promise<void> {
  await db('minutes').insert(toRow(minutes));
}

/** Saves over the version that was read and answers the minutes as saved. Throws Conflict when another was first. */
export async function saveMinutes(db: Db, minutes: Minutes): Promise<Minutes> {
  const { id, version } = minutes;
  const saved = { ...minutes, version: version + 1 };
  const changed = await db('minutes').where({ id, version }).update(toRow(saved));
  if (changed === 0) throw new Conflict();
  return saved;
}

/** Adjourned meetings since a moment whose minutes are not circulated yet, oldest first. */
export async function listMeetingsOwingMinutes(db: Db, since: Instant): Promise<string[]> {
  const rows: { id: string }[] = await db('meetings')
    .leftJoin('minutes', 'minutes.meeting_id', 'meetings.id')
    .where('meetings.status', 'adjourned')
    .where('meetings.adjourned_at', '>=', since)
    .where((owing) => void owing.whereNull('minutes.status').orWhere('minutes.status', 'drafted'))
    .orderBy('meetings.adjourned_at')
    .select('meetings.id');
  return rows.map(({ id }) => id);
}

const toMinutes = (row: MinutesRow): Minutes => ({
  id: row.id,
  meetingId: row.meeting_id,
  status: row.status,
  record: JSON.parse(row.record) as MinutesRecord,
  text: JSON.parse(row.text) as MinutesText,
  compiledAt: row.compiled_at,
  circulatedAt: row.circulated_at,
  approvedAt: row.approved_at,
  approvedByMotion: row.approved_by_motion,
  version: row.version,
});

const toRow = (minutes: Minutes): MinutesRow => ({
  id: minutes.id,
  meeting_id: minutes.meetingId,
  status: minutes.status,
  record: JSON.stringify(minutes.record),
  text: JSON.stringify(minutes.text),
  compiled_at: minutes.compiledAt,
  circulated_at: minutes.circulatedAt,
  approved_at: minutes.approvedAt,
  approved_by_motion: minutes.approvedByMotion,
  version: minutes.version,
});
