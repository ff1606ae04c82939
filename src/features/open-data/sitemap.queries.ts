import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { settingsFrom } from '../collaboratives';
import { listedDocuments } from '../meetings';
import type { MinutesStatus } from '../minutes';
import { newestOf, type MappedMeeting } from './sitemap';

/** How many meetings and notes anyone may read. Two queries. */
export async function countPublic(db: Db): Promise<{ meetings: number; notes: number }> {
  const [meetings] = await publicMeetings(db).count({ count: '*' });
  const [notes] = await publicNotes(db).count({ count: '*' });
  return { meetings: Number(meetings?.['count'] ?? 0), notes: Number(notes?.['count'] ?? 0) };
}

/** The last id of each file but the last: the files after the first begin behind one of them. One query. */
export async function listBreaks(
  db: Db,
  of: 'meetings' | 'notes',
  { size, count }: { readonly size: number; readonly count: number },
): Promise<string[]> {
  const all: Knex.QueryBuilder = of === 'meetings' ? publicMeetings(db) : publicNotes(db);
  const numbered = all.select('id', db.raw('row_number() over (order by id) as place')).as('numbered');
  const breaks: Knex.QueryBuilder = db.from(numbered);
  const rows: { id: string }[] = await breaks.whereRaw('place % ? = 0', [size]).where('place', '<', count).orderBy('id').select('id');
  return rows.map(({ id }) => id);
}

interface Row {
  readonly id: string;
  readonly changed_at: Instant;
  readonly posted_at: Instant | null;
  readonly minutes: MinutesStatus | null;
  readonly circulated_at: Instant | null;
  readonly approved_at: Instant | null;
  readonly settings: string;
}

/** Meetings behind an id, with what anyone may read of them. One query. */
export async function listMappedMeetings(db: Db, after: string, most: number): Promise<MappedMeeting[]> {
  const posted = db('postings').whereRaw('postings.meeting_id = meetings.id').max('posted_at').as('posted_at');
  const rows: Row[] = await db('meetings')
    .join('collaboratives', 'collaboratives.id', 'meetings.collaborative_id')
    .leftJoin('minutes', 'minutes.meeting_id', 'meetings.id')
    .whereNot('meetings.status', 'draft')
    .where('meetings.id', '>', after)
    .orderBy('meetings.id')
    .limit(most)
    .select('meetings.id', 'meetings.changed_at', 'minutes.circulated_at', 'minutes.approved_at', 'collaboratives.settings', posted, {
      minutes: 'minutes.status',
    });
  return rows.map(toMapped);
}

function toMapped(row: Row): MappedMeeting {
  const settings = settingsFrom(JSON.parse(row.settings));
  const listed = listedDocuments({ isPosted: row.posted_at !== null, minutes: row.minutes }, settings);
  return {
    id: row.id,
    changedAt: row.changed_at,
    postedAt: row.posted_at,
    minutesAt: listed.minutes ? newestOf([row.circulated_at, row.approved_at]) : null,
  };
}

/** Notes behind an id that anyone may read, with their last step. One query. */
export async function listMappedNotes(db: Db, after: string, most: number): Promise<{ id: string; changedAt: Instant | null }[]> {
  const rows = await publicNotes(db)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .select('id', 'adopted_at', 'delivered_at', 'acknowledged_at', 'answered_at', 'closed_at');
  return rows.map((row) => ({
    id: row.id,
    changedAt: newestOf([row.adopted_at, row.delivered_at, row.acknowledged_at, row.answered_at, row.closed_at]),
  }));
}

const publicMeetings = (db: Db) => db('meetings').whereNot('status', 'draft');

const publicNotes = (db: Db) => db('notes').whereNotNull('adopted_at').whereNot('status', 'withdrawn');
