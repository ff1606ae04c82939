import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '../../lib/pagination';
import type { Instant } from '../../lib/time';
import type { Meeting, MeetingKind, MeetingStatus } from './meeting';
import type { MeetingRow } from './tables';

/** Throws NotFound. Drafts come too: ask the policy. */
export async function getMeeting(db: Db, id: string): Promise<Meeting> {
  const row = await db('meetings').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toMeeting(row);
}

/** A condition: this body meets, as host or jointly with the host. */
export const ofBody =
  (collaborativeId: string) =>
  (meets: Knex.QueryBuilder): void =>
    void meets.where('meetings.collaborative_id', collaborativeId).orWhere('meetings.with_bodies', 'like', `%"${collaborativeId}"%`);

export async function insertMeeting(db: Db, meeting: Meeting): Promise<void> {
  await db('meetings').insert(toRow(meeting));
}

/** Saves over the version that was read and answers the meeting as saved. Throws Conflict when another was first. */
export async function saveMeeting(tx: { readonly db: Db }, meeting: Meeting): Promise<Meeting> {
  const { id, version } = meeting;
  const saved = { ...meeting, version: version + 1 };
  const changed = await tx.db('meetings').where({ id, version }).update(toRow(saved));
  if (changed === 0) throw new Conflict();
  return saved;
}

interface ListOptions {
  /** Drafts are left out unless asked for; those of a joint meeting are the host's. */
  readonly withDrafts?: boolean;
  /** `upcoming`: not over by their planned end, soonest first. `past`: the rest, newest first. `all`: newest first. */
  readonly when?: 'upcoming' | 'past' | 'all';
  readonly cursor?: string | undefined;
  readonly size?: number;
}

/** Meetings of a collaborative, joint ones too, a page at a time. */
export async function listMeetings(db: Db, collaborativeId: string, now: Instant, options: ListOptions = {}): Promise<Page<Meeting>> {
  const { withDrafts = false, when = 'all', size = pageSize } = options;
  const order = when === 'upcoming' ? 'asc' : 'desc';
  const query = db('meetings').where(ofBody(collaborativeId));
  void query.where((seen) => {
    void seen.whereNot('status', 'draft');
    if (withDrafts) void seen.orWhere({ collaborative_id: collaborativeId });
  });
  narrow(query, when, now);
  startAfter(query, decodeCursor(options.cursor), order);
  const rows = await query
    .orderBy([
      { column: 'starts_at', order },
      { column: 'id', order },
    ])
    .limit(size + 1);
  return cutPage(rows.map(toMeeting), (meeting) => ({ after: meeting.startsAt, id: meeting.id }), size);
}

type MeetingQuery = Knex.QueryBuilder<MeetingRow, MeetingRow[]>;

function narrow(query: MeetingQuery, when: 'upcoming' | 'past' | 'all', now: Instant): void {
  if (when === 'upcoming') void query.where('ends_at', '>', now).whereNot('status', 'adjourned');
  if (when === 'past')
    void query.where((past) => {
      void past.where('ends_at', '<=', now).orWhere('status', 'adjourned');
    });
}

function startAfter(query: MeetingQuery, cursor: Cursor | undefined, order: 'asc' | 'desc'): void {
  if (cursor === undefined) return;
  const beyond = order === 'asc' ? '>' : '<';
  void query.where((rest) => {
    void rest.where('starts_at', beyond, cursor.after).orWhere((same) => {
      void same.where('starts_at', cursor.after).where('id', beyond, cursor.id);
    });
  });
}

/** The next meeting that is neither over nor called off; with `posted`, the next whose agenda is posted. */
export async function nextMeeting(
  db: Db,
  collaborativeId: string,
  now: Instant,
  options: { posted?: boolean } = {},
): Promise<Meeting | undefined> {
  const statuses: MeetingStatus[] = options.posted === true ? ['posted', 'in_session'] : ['scheduled', 'posted', 'in_session'];
  const row = await db('meetings')
    .where(ofBody(collaborativeId))
    .whereIn('status', statuses)
    .where('ends_at', '>', now)
    .orderBy(['starts_at', 'id'])
    .first();
  return row === undefined ? undefined : toMeeting(row);
}

/** The next meetings of all collaboratives, soonest first. */
export async function listNextMeetings(db: Db, now: Instant, limit = 6): Promise<Meeting[]> {
  const rows = await db('meetings')
    .whereIn('status', ['scheduled', 'posted', 'in_session'])
    .where('ends_at', '>', now)
    .orderBy(['starts_at', 'id'])
    .limit(limit);
  return rows.map(toMeeting);
}

/** Meetings that begin in a span, drafts left out, of one collaborative and one kind where given. One query. */
export async function listPublicMeetings(
  db: Db,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  only: { readonly collaborativeId?: string | undefined; readonly kind?: MeetingKind | '' },
): Promise<Meeting[]> {
  const { collaborativeId, kind = '' } = only;
  const query = db('meetings').whereNot('status', 'draft').where('starts_at', '>=', from).where('starts_at', '<', to);
  if (collaborativeId !== undefined) void query.where(ofBody(collaborativeId));
  if (kind !== '') void query.where({ kind });
  return (await query.orderBy(['starts_at', 'id']).limit(1500)).map(toMeeting);
}

/** Meetings that are no drafts, in the order of their ids, behind one of them: for who takes them all. One query. */
export async function listMeetingsBehind(db: Db, after: string, most: number): Promise<Meeting[]> {
  const rows = await db('meetings').whereNot('status', 'draft').where('id', '>', after).orderBy('id').limit(most);
  return rows.map(toMeeting);
}

/** The meeting that took place last, or else the next: what another is filled in from. */
export async function findLastMeeting(db: Db, collaborativeId: string, now: Instant): Promise<Meeting | undefined> {
  const usual = db('meetings').where({ collaborative_id: collaborativeId }).whereNotIn('status', ['draft', 'cancelled', 'postponed']);
  const row =
    (await usual.clone().where('starts_at', '<=', now).orderBy('starts_at', 'desc').first()) ?? (await usual.orderBy('starts_at').first());
  return row === undefined ? undefined : toMeeting(row);
}

/** What a calendar shows: nothing from drafts, called-off meetings too, from this moment on. */
export async function listForCalendar(db: Db, collaborativeId: string, from: Instant): Promise<Meeting[]> {
  const rows = await db('meetings')
    .where(ofBody(collaborativeId))
    .whereNot('status', 'draft')
    .where('starts_at', '>=', from)
    .orderBy(['starts_at', 'id'])
    .limit(400);
  return rows.map(toMeeting);
}

export const toMeeting = (row: MeetingRow): Meeting => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  withBodies: JSON.parse(row.with_bodies) as string[],
  kind: row.kind,
  kindReason: row.kind_reason,
  status: row.status,
  title: toLocalText(row.title),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  address: row.address,
  room: row.room,
  remoteUrl: row.remote_url,
  remotePhone: row.remote_phone,
  interpretation: row.interpretation,
  accessContact: row.access_contact,
  accessAskBy: row.access_ask_by,
  papersAddress: row.papers_address,
  cancelReason: row.cancel_reason,
  postponedTo: row.postponed_to,
  seriesId: row.series_id,
  seriesOn: row.series_on,
  inSessionAt: row.in_session_at,
  adjournedAt: row.adjourned_at,
  sequence: row.sequence,
  changedAt: row.changed_at,
  version: row.version,
});

const toRow = (meeting: Meeting): MeetingRow => ({
  id: meeting.id,
  collaborative_id: meeting.collaborativeId,
  with_bodies: JSON.stringify(meeting.withBodies),
  kind: meeting.kind,
  kind_reason: meeting.kindReason,
  status: meeting.status,
  title: JSON.stringify(meeting.title),
  starts_at: meeting.startsAt,
  ends_at: meeting.endsAt,
  place: meeting.place,
  address: meeting.address,
  room: meeting.room,
  remote_url: meeting.remoteUrl,
  remote_phone: meeting.remotePhone,
  interpretation: meeting.interpretation,
  access_contact: meeting.accessContact,
  access_ask_by: meeting.accessAskBy,
  papers_address: meeting.papersAddress,
  cancel_reason: meeting.cancelReason,
  postponed_to: meeting.postponedTo,
  series_id: meeting.seriesId,
  series_on: meeting.seriesOn,
  in_session_at: meeting.inSessionAt,
  adjourned_at: meeting.adjournedAt,
  sequence: meeting.sequence,
  changed_at: meeting.changedAt,
  version: meeting.version,
});
