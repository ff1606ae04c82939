import type { Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { cycleIsOpen, type CycleStatus } from '../cycles';
import type { MeetingKind, MeetingStatus } from '../meetings';
import { publicNoteStatuses, type NoteLine, type OpenCall, type UpcomingMeeting } from './home';

/** Cycles that take applications now, the one that closes first in front, with how many seats each offers. One query. */
export async function listOpenCalls(db: Db, now: Instant): Promise<OpenCall[]> {
  const rows = await db('cycles')
    .whereIn('status', ['scheduled', 'open'])
    .orderBy(['closes_at', 'code'])
    .select('code', 'name', 'status', 'opens_at', 'closes_at')
    .select<OpenCallRow[]>(db('seats_on_offer').whereRaw('seats_on_offer.cycle_id = cycles.id').count('*').as('seats'));
  return rows
    .map((row) => ({
      code: row.code,
      name: toLocalText(row.name),
      status: row.status,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      seats: Number(row.seats),
    }))
    .filter((call) => cycleIsOpen(call, now));
}

interface OpenCallRow {
  code: string;
  name: string;
  status: CycleStatus;
  opens_at: Instant;
  closes_at: Instant;
  seats: number | string;
}

/** The next meeting of each collaborative, soonest first. One query. */
export async function listNextOfEach(db: Db, now: Instant): Promise<UpcomingMeeting[]> {
  const live: MeetingStatus[] = ['scheduled', 'posted', 'in_session'];
  const rows = await db('meetings')
    .whereIn('meetings.status', live)
    .where('meetings.ends_at', '>', now)
    .whereNotExists((earlier) => {
      void earlier
        .select(db.raw('1'))
        .from({ earlier: 'meetings' })
        .whereRaw('earlier.collaborative_id = meetings.collaborative_id')
        .whereIn('earlier.status', live)
        .where('earlier.ends_at', '>', now)
        .whereRaw('(earlier.starts_at < meetings.starts_at or (earlier.starts_at = meetings.starts_at and earlier.id < meetings.id))');
    })
    .orderBy(['meetings.starts_at', 'meetings.id'])
    .select<MeetingLineRow[]>('id', 'collaborative_id', 'with_bodies', 'kind', 'status', 'title', 'starts_at', 'place', 'room');
  return rows.map((row) => ({
    id: row.id,
    collaborativeId: row.collaborative_id,
    withBodies: JSON.parse(row.with_bodies) as string[],
    kind: row.kind,
    title: toLocalText(row.title),
    startsAt: row.starts_at,
    place: row.room === '' ? row.place : `${row.place}, ${row.room}`,
    hasAgenda: row.status !== 'scheduled',
  }));
}

interface MeetingLineRow {
  id: string;
  collaborative_id: string;
  with_bodies: string;
  kind: MeetingKind;
  status: MeetingStatus;
  title: string;
  starts_at: Instant;
  place: string;
  room: string;
}

/** The advice that anyone may read, what moved last in front; of one collaborative where given. One query. */
export async function listLatestNotes(db: Db, limit: number, collaborativeId?: string): Promise<NoteLine[]> {
  const rows = await db('notes')
    .whereIn('status', publicNoteStatuses)
    .modify((query) => {
      if (collaborativeId !== undefined) void query.where({ collaborative_id: collaborativeId });
    })
    .orderByRaw('coalesce(answered_at, delivered_at) desc, reference')
    .limit(limit)
    .select<NoteRow[]>('id', 'reference', 'collaborative_id', 'status', 'title', 'delivered_at', 'answered_at');
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    collaborativeId: row.collaborative_id,
    title: toLocalText(row.title),
    deliveredAt: row.delivered_at,
    answeredAt: row.answered_at,
  }));
}

interface NoteRow {
  id: string;
  reference: string;
  collaborative_id: string;
  status: string;
  title: string;
  delivered_at: Instant;
  answered_at: Instant | null;
}
