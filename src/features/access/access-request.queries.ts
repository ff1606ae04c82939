import './tables';
import { toBoolean, type Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { AccessNeeds } from '../accounts';
import type { AccessRequest } from './access-request';
import type { AccessRequestRow } from './tables';

/** One request for this meeting. Throws NotFound. */
export async function getAccessRequest(db: Db, meetingId: string, id: string): Promise<AccessRequest> {
  const row = await db('access_requests').where({ id, meeting_id: meetingId }).first();
  if (row === undefined) throw new NotFound();
  return toRequest(row);
}

/** All requests for a meeting, as they came. One query. */
export async function listAccessRequests(db: Db, meetingId: string): Promise<AccessRequest[]> {
  const rows = await db('access_requests').where({ meeting_id: meetingId }).orderBy(['asked_at', 'id']);
  return rows.map(toRequest);
}

export const insertAccessRequest = async (db: Db, request: AccessRequest): Promise<void> => {
  await db('access_requests').insert(toRow(request));
};

/** Keeps an answer; throws Conflict when somebody else answered first. */
export async function saveAnswer(db: Db, request: AccessRequest): Promise<void> {
  const { id, version, status, answer, answeredAt, answeredBy } = request;
  const change = { status, answer, answered_at: answeredAt, answered_by: answeredBy, version: version + 1 };
  const saved = await db('access_requests').where({ id, version }).update(change);
  if (saved === 0) throw new Conflict();
}

/** Takes away what was asked for meetings that ended before a moment. Answers how many. */
export const deleteAccessRequests = (db: Db, before: Instant): Promise<number> =>
  db('access_requests')
    .whereIn('meeting_id', db('meetings').where('ends_at', '<', before).select('id'))
    .delete();

/** What these people need as a rule, by person. One query. */
export async function listStandingNeeds(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, AccessNeeds>> {
  const rows = await db('people')
    .whereIn('id', [...personIds])
    .select('id', 'access_needs');
  return new Map(rows.map((row) => [row.id, JSON.parse(row.access_needs) as AccessNeeds]));
}

const toRow = (request: AccessRequest): AccessRequestRow => ({
  id: request.id,
  meeting_id: request.meetingId,
  person_id: request.personId,
  name: request.name,
  email: request.email,
  phone: request.phone,
  locale: request.locale,
  needs: JSON.stringify(request.needs),
  language: request.language,
  children: request.children,
  words: request.words,
  status: request.status,
  asked_at: request.askedAt,
  is_late: request.isLate,
  answer: request.answer,
  answered_at: request.answeredAt,
  answered_by: request.answeredBy,
  version: request.version,
});

const toRequest = (row: AccessRequestRow): AccessRequest => ({
  id: row.id,
  meetingId: row.meeting_id,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  locale: row.locale,
  needs: JSON.parse(row.needs) as AccessRequest['needs'],
  language: row.language,
  children: row.children,
  words: row.words,
  status: row.status,
  askedAt: row.asked_at,
  isLate: toBoolean(row.is_late),
  answer: row.answer,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  version: row.version,
});
