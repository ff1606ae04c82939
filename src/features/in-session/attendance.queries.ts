import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import type { Attendance } from './attendance';
import type { Movement } from './quorum';
import type { AttendanceRow, MovementRow } from './tables';

/** The roll call of a meeting; empty before it was taken. */
export async function listAttendance(db: Db, meetingId: string): Promise<Attendance[]> {
  const rows = await db('attendance').where({ meeting_id: meetingId }).orderBy('id');
  return rows.map(toAttendance);
}

/** Writes a roll call whole, in place of the one before. */
export async function replaceAttendance(db: Db, meetingId: string, attendance: readonly Attendance[]): Promise<void> {
  await db('attendance').where({ meeting_id: meetingId }).delete();
  await db('attendance').insert(attendance.map(fromAttendance));
}

/** Who came and went, in order. */
export async function listMovements(db: Db, meetingId: string): Promise<Movement[]> {
  const rows = await db('movements').where({ meeting_id: meetingId }).orderBy(['at', 'id']);
  return rows.map(toMovement);
}

/** Throws NotFound. */
export async function getMovement(db: Db, meetingId: string, id: string): Promise<Movement> {
  const row = await db('movements').where({ meeting_id: meetingId, id }).first();
  if (row === undefined) throw new NotFound();
  return toMovement(row);
}

export async function insertMovement(db: Db, movement: Movement): Promise<void> {
  const { id, meetingId, membershipId, kind, at } = movement;
  await db('movements').insert({ id, meeting_id: meetingId, membership_id: membershipId, kind, at });
}

export async function deleteMovement(db: Db, id: string): Promise<void> {
  await db('movements').where({ id }).delete();
}

export interface AttendanceWithName extends Attendance {
  readonly personId: string;
  readonly name: string;
}

/** The roll call with the names of the people who hold the memberships. */
export async function listNamedAttendance(db: Db, meetingId: string): Promise<AttendanceWithName[]> {
  const rows: (AttendanceRow & { person_id: string; name: string })[] = await db('attendance')
    .join('memberships', 'memberships.id', 'attendance.membership_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where('attendance.meeting_id', meetingId)
    .select('attendance.*', 'memberships.person_id', {
      name: db.raw('coalesce(people.preferred_name, people.name)'),
    });
  return rows
    .map((row) => ({ ...toAttendance(row), personId: row.person_id, name: row.name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
}

const toAttendance = (row: AttendanceRow): Attendance => ({
  id: row.id,
  meetingId: row.meeting_id,
  membershipId: row.membership_id,
  status: row.status,
  reason: row.reason,
  recordedAt: row.recorded_at,
  version: row.version,
});

const fromAttendance = (attendance: Attendance): AttendanceRow => ({
  id: attendance.id,
  meeting_id: attendance.meetingId,
  membership_id: attendance.membershipId,
  status: attendance.status,
  reason: attendance.reason,
  recorded_at: attendance.recordedAt,
  version: attendance.version,
});

const toMovement = (row: MovementRow): Movement => ({
  id: row.id,
  meetingId: row.meeting_id,
  membershipId: row.membership_id,
  kind: row.kind,
  at: row.at,
});
