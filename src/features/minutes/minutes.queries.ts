import './tables';
import { toBoolean, type Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText, type LocalText } from '../../lib/local-text';
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

export interface Approval {
  readonly motion: number;
  readonly meetingId: string;
  readonly meetingTitle: LocalText;
  readonly meetingStartsAt: Instant;
}

/** The motion that approved minutes, and the meeting in which it passed. */
export async function findApproval(db: Db, motionId: string): Promise<Approval | undefined> {
  const rows: { number: number; id: string; title: string; starts_at: Instant }[] = await db('motions')
    .join('meetings', 'meetings.id', 'motions.meeting_id')
    .where('motions.id', motionId)
    .select('motions.number', 'meetings.id', 'meetings.title', 'meetings.starts_at');
  const [row] = rows;
  if (row === undefined) return undefined;
  return { motion: row.number, meetingId: row.id, meetingTitle: toLocalText(row.title), meetingStartsAt: row.starts_at };
}

export interface ApprovalItem {
  readonly meetingId: string;
  readonly meetingStartsAt: Instant;
  readonly isInformationOnly: boolean;
}

/** The item that asks a meeting to come (or under way) to approve these minutes; undefined when none waits. */
export async function findApprovalItem(db: Db, meetingId: string): Promise<ApprovalItem | undefined> {
  const rows: { id: string; starts_at: Instant; is_information_only: boolean | number }[] = await db('agenda_items')
    .join('meetings', 'meetings.id', 'agenda_items.meeting_id')
    .where('agenda_items.approves_minutes_of', meetingId)
    .whereNull('agenda_items.outcome')
    .whereIn('meetings.status', ['draft', 'scheduled', 'posted', 'in_session'])
    .orderBy(['meetings.starts_at', 'agenda_items.id'])
    .limit(1)
    .select('meetings.id', 'meetings.starts_at', 'agenda_items.is_information_only');
  const [row] = rows;
  if (row === undefined) return undefined;
  return { meetingId: row.id, meetingStartsAt: row.starts_at, isInformationOnly: toBoolean(row.is_information_only) };
}

/** Meetings of a collaborative whose circulated minutes no meeting to come is asked to approve, oldest first. */
export async function listWaitingForApproval(db: Db, collaborativeId: string): Promise<string[]> {
  return meetingIds(await waiting(db).where('meetings.collaborative_id', collaborativeId));
}

/** Of all collaboratives: circulated minutes that no meeting to come is asked to approve, and that none has refused, oldest first. */
export async function listLeftUnapproved(db: Db): Promise<string[]> {
  const refused = db('agenda_items').whereRaw('agenda_items.approves_minutes_of = meetings.id').where('agenda_items.outcome', 'decided');
  return meetingIds(await waiting(db).whereNotExists(refused.select(db.raw('1'))));
}

/** The items that ask a meeting to come (or under way) to approve the minutes, or the correction, of `meetings.id`. */
export const askedNow = (db: Db) =>
  db('agenda_items')
    .join('meetings as asked', 'asked.id', 'agenda_items.meeting_id')
    .whereRaw('agenda_items.approves_minutes_of = meetings.id')
    .whereNull('agenda_items.outcome')
    .whereIn('asked.status', ['draft', 'scheduled', 'posted', 'in_session'])
    .select(db.raw('1'));

const waiting = (db: Db) =>
  db('minutes')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .where('minutes.status', 'circulated')
    .whereNotExists(askedNow(db))
    .orderBy('meetings.starts_at')
    .select('minutes.meeting_id');

const meetingIds = (rows: readonly { meeting_id: string }[]): string[] => rows.map((row) => row.meeting_id);

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
