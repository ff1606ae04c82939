import './tables';
import type { Knex } from 'knex';
import { toBoolean, type Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { listBodies, ofBody, type Meeting } from '../meetings';
import { approvalsOf, type Approval, type ApprovalItem, type BodyApproval, type BodyStanding } from './approval';
import type { MinutesApprovalRow } from './tables';

interface MotionLine {
  number: number;
  meeting_id: string;
  title: string;
  starts_at: Instant;
}

/** What each body approved of these minutes, any wording, in the order they did. */
export async function listApprovals(db: Db, minutesId: string): Promise<BodyApproval[]> {
  const rows: (MinutesApprovalRow & MotionLine)[] = await db('minutes_approvals')
    .join('motions', 'motions.id', 'minutes_approvals.motion_id')
    .join('meetings', 'meetings.id', 'motions.meeting_id')
    .where('minutes_approvals.minutes_id', minutesId)
    .orderBy(['minutes_approvals.approved_at', 'minutes_approvals.collaborative_id'])
    .select('minutes_approvals.*', 'motions.number', 'motions.meeting_id', 'meetings.title', 'meetings.starts_at');
  return rows.map((row) => ({
    wording: row.wording,
    collaborativeId: row.collaborative_id,
    approvedAt: row.approved_at,
    approval: toApproval(row),
  }));
}

interface NewApproval {
  readonly minutesId: string;
  readonly wording: number;
  readonly collaborativeId: string;
  readonly motionId: string;
  readonly approvedAt: Instant;
}

/** Keeps that a body approved a wording. A body approves it once. */
export async function insertApproval(db: Db, { minutesId, wording, collaborativeId, motionId, approvedAt }: NewApproval): Promise<void> {
  const row = { minutes_id: minutesId, wording, collaborative_id: collaborativeId, motion_id: motionId, approved_at: approvedAt };
  await db('minutes_approvals').insert(row);
}

/** The last body has approved: the approvals are those of the wording that stands from now on. */
export async function moveApprovals(
  db: Db,
  minutesId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await db('minutes_approvals').where({ minutes_id: minutesId, wording: from }).update({ wording: to });
}

/** How each body that met stands to a wording, the host first. Four queries, and two more for each further body. */
export async function listStandings(db: Db, meeting: Meeting, minutesId: string, wording: number | undefined): Promise<BodyStanding[]> {
  const given = approvalsOf(await listApprovals(db, minutesId), wording);
  const standings: BodyStanding[] = [];
  for (const { id, area } of await listBodies(db, meeting))
    standings.push({
      collaborativeId: id,
      area,
      given: given.find(({ collaborativeId }) => collaborativeId === id),
      item: await findApprovalItem(db, meeting.id, id),
    });
  return standings;
}

type Untyped = Knex.QueryBuilder;

const live = ['draft', 'scheduled', 'posted', 'in_session'];

/** The item that asks a meeting of this body to come (or under way) to approve the minutes of a meeting; undefined when none waits. */
export async function findApprovalItem(db: Db, meetingId: string, collaborativeId: string): Promise<ApprovalItem | undefined> {
  const rows: { id: string; starts_at: Instant; is_information_only: boolean | number }[] = await db('agenda_items')
    .join('meetings', 'meetings.id', 'agenda_items.meeting_id')
    .where('agenda_items.approves_minutes_of', meetingId)
    .where(ofBody(collaborativeId))
    .whereNull('agenda_items.outcome')
    .whereIn('meetings.status', live)
    .orderBy(['meetings.starts_at', 'agenda_items.id'])
    .limit(1)
    .select('meetings.id', 'meetings.starts_at', 'agenda_items.is_information_only');
  const [row] = rows;
  if (row === undefined) return undefined;
  return { meetingId: row.id, meetingStartsAt: row.starts_at, isInformationOnly: toBoolean(row.is_information_only) };
}

/** Meetings whose minutes, or a correction of them, this body has still to approve while no meeting of its own is asked; oldest first. */
export async function listWaitingForApproval(db: Db, collaborativeId: string): Promise<string[]> {
  const rows: { meeting_id: string }[] = await waiting(db).where('body.id', collaborativeId).select({ meeting_id: 'meetings.id' });
  return rows.map((row) => row.meeting_id);
}

export interface LeftUnapproved {
  readonly meetingId: string;
  readonly collaborativeId: string;
}

/** The same of all bodies, but for those that have refused: minutes they heard of and did not approve, a correction since it was proposed. */
export async function listLeftUnapproved(db: Db): Promise<LeftUnapproved[]> {
  const refused = itemsOfBody(db)
    .where('agenda_items.outcome', 'decided')
    .whereRaw("(minutes_versions.stage = 'circulated' or agenda_items.added_at >= minutes_versions.saved_at)")
    .whereNotExists(
      db('motions')
        .join('minutes_approvals', 'minutes_approvals.motion_id', 'motions.id')
        .whereRaw('motions.meeting_id = asked.id')
        .whereRaw('minutes_approvals.minutes_id = minutes.id')
        .whereRaw('minutes_approvals.collaborative_id = body.id')
        .select(db.raw('1')),
    );
  const rows: { meeting_id: string; body_id: string }[] = await waiting(db)
    .whereNotExists(refused)
    .select({ meeting_id: 'meetings.id', body_id: 'body.id' });
  return rows.map((row) => ({ meetingId: row.meeting_id, collaborativeId: row.body_id }));
}

/** A wording beside each body that met and has not approved it, where no meeting of that body is asked to. */
const waiting = (db: Db): Untyped =>
  (db('minutes_versions') as Untyped)
    .join('minutes', 'minutes.id', 'minutes_versions.minutes_id')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .joinRaw(`inner join collaboratives as body on ${isBodyOf('meetings')}`)
    .whereIn('minutes_versions.stage', ['circulated', 'proposed'])
    .whereRaw('minutes_versions.number = (select max(newest.number) from minutes_versions as newest where newest.minutes_id = minutes.id)')
    .whereNotExists(
      db('minutes_approvals')
        .whereRaw('minutes_approvals.minutes_id = minutes.id')
        .whereRaw('minutes_approvals.wording = minutes_versions.number')
        .whereRaw('minutes_approvals.collaborative_id = body.id')
        .select(db.raw('1')),
    )
    .whereNotExists(itemsOfBody(db).whereNull('agenda_items.outcome').whereIn('asked.status', live))
    .orderBy(['meetings.starts_at', 'meetings.id', 'body.id']);

/** The items of meetings of `body` that are about the minutes of `meetings.id`. */
const itemsOfBody = (db: Db): Untyped =>
  (db('agenda_items') as Untyped)
    .join('meetings as asked', 'asked.id', 'agenda_items.meeting_id')
    .whereRaw('agenda_items.approves_minutes_of = meetings.id')
    .whereRaw(isBodyOf('asked'))
    .select(db.raw('1'));

const isBodyOf = (meeting: 'meetings' | 'asked'): string =>
  `(body.id = ${meeting}.collaborative_id or ${meeting}.with_bodies like '%"' || body.id || '"%')`;

const toApproval = (row: MotionLine): Approval => ({
  motion: row.number,
  meetingId: row.meeting_id,
  meetingTitle: toLocalText(row.title),
  meetingStartsAt: row.starts_at,
});
