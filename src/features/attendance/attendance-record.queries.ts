import type { Db } from '../../db/database';
import { plusElapsed, type Instant } from '../../lib/time';
import { shownName } from '../membership';
import type { AttendanceStatus, VoteChoice } from '../in-session';
import type { Attended, CastVote } from './attendance-record';

interface AttendedRow {
  readonly person_id: string;
  readonly name: string;
  readonly meeting_id: string;
  readonly starts_at: Instant;
  readonly status: AttendanceStatus;
  readonly came_later: string | null;
}

type Whose = { readonly collaborativeId: string } | { readonly personId: string; readonly collaborativeId: string };

/** The meetings, joint ones too, with approved minutes to which members of a body, or one of them, were called, the latest first. One query. */
export const listAttended = async (db: Db, whose: Whose): Promise<Attended[]> => {
  const rows: AttendedRow[] = await attendedRows(db)
    .join('minutes', 'minutes.meeting_id', 'meetings.id')
    .where('minutes.status', 'approved')
    .where('seats.collaborative_id', whose.collaborativeId)
    .modify((query) => {
      if ('personId' in whose) void query.where('memberships.person_id', whose.personId);
    });
  return rows.map(toAttended);
};

/** The same whatever became of the minutes, of the members who missed this meeting, the latest first. One query. */
export async function listRecentlyMissed(db: Db, collaborativeId: string, meetingId: string): Promise<Attended[]> {
  const missed = db('attendance')
    .join('memberships', 'memberships.id', 'attendance.membership_id')
    .where('attendance.meeting_id', meetingId)
    .where('attendance.status', 'absent')
    .select('memberships.person_id');
  const rows: AttendedRow[] = await attendedRows(db)
    .where('seats.collaborative_id', collaborativeId)
    .whereIn('memberships.person_id', missed);
  return rows.map(toAttended);
}

/** Meetings that were adjourned in the last hours, with their body. */
export const listAdjourned = (
  db: Db,
  now: Instant,
  hours: number,
): Promise<{ id: string; collaborativeId: string; adjournedAt: Instant }[]> =>
  db('meetings')
    .where('status', 'adjourned')
    .where('adjourned_at', '>=', plusElapsed(now, { hours: -hours }))
    .orderBy('id')
    .select({ id: 'id', collaborativeId: 'collaborative_id', adjournedAt: 'adjourned_at' });

/** How a person voted in meetings of a body with approved minutes, in the order of the motions. One query. */
export async function listCastVotes(db: Db, personId: string, collaborativeId: string): Promise<CastVote[]> {
  const rows: (Omit<CastVote, 'carried' | 'meetingId' | 'choice'> & { meeting_id: string; status: string; choice: VoteChoice })[] =
    await db('votes')
      .join('motions', 'motions.id', 'votes.motion_id')
      .join('meetings', 'meetings.id', 'motions.meeting_id')
      .join('minutes', 'minutes.meeting_id', 'meetings.id')
      .join('memberships', 'memberships.id', 'votes.membership_id')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .where('minutes.status', 'approved')
      .where('memberships.person_id', personId)
      .where('seats.collaborative_id', collaborativeId)
      .whereIn('motions.status', ['carried', 'failed'])
      .orderBy(['meetings.starts_at', 'motions.number'])
      .select('motions.meeting_id', 'motions.number', 'motions.text', 'motions.status', 'votes.choice');
  return rows.map(({ meeting_id: meetingId, number, text, status, choice }) => ({
    meetingId,
    number,
    text,
    choice,
    carried: status === 'carried',
  }));
}

const attendedRows = (db: Db) =>
  db('attendance')
    .join('meetings', 'meetings.id', 'attendance.meeting_id')
    .join('memberships', 'memberships.id', 'attendance.membership_id')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where('meetings.status', 'adjourned')
    .orderBy([
      { column: 'meetings.starts_at', order: 'desc' },
      { column: 'attendance.id', order: 'asc' },
    ])
    .select('memberships.person_id', 'attendance.meeting_id', 'meetings.starts_at', 'attendance.status', {
      name: shownName(db),
      came_later: db('movements')
        .where('movements.kind', 'arrived')
        .whereRaw('movements.meeting_id = attendance.meeting_id and movements.membership_id = attendance.membership_id')
        .min('movements.at'),
    });

const toAttended = (row: AttendedRow): Attended => ({
  personId: row.person_id,
  name: row.name,
  meetingId: row.meeting_id,
  startsAt: row.starts_at,
  status: row.status,
  cameLater: row.came_later !== null,
});
