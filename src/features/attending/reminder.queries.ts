import type { Db } from '../../db/database';
import { dateOf, type Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { getMeeting, meetingRecipients, type Meeting } from '../meetings';

/** Meetings that will take place and begin from one moment to another, both included. */
export async function listMeetingsBeginning(db: Db, from: Instant, to: Instant): Promise<Meeting[]> {
  const ids = await db('meetings')
    .whereBetween('starts_at', [from, to])
    .whereIn('status', ['scheduled', 'posted'])
    .orderBy('starts_at')
    .pluck('id');
  return Promise.all(ids.map((id) => getMeeting(db, id)));
}

/** The members on the day of a meeting, without those who said they are not coming. */
export async function listExpected(db: Db, meeting: Meeting): Promise<Recipient[]> {
  const members = await meetingRecipients(db, meeting, dateOf(meeting.startsAt));
  const absent = new Set(await db('rsvps').where({ meeting_id: meeting.id, answer: 'not_coming' }).pluck('person_id'));
  return members.filter(({ personId }) => personId === null || !absent.has(personId));
}

/** The members on the day of a meeting who have said neither yes nor no. */
export async function listUnanswered(db: Db, meeting: Meeting): Promise<Recipient[]> {
  const members = await meetingRecipients(db, meeting, dateOf(meeting.startsAt));
  const answered = new Set(await db('rsvps').where({ meeting_id: meeting.id }).pluck('person_id'));
  return members.filter(({ personId }) => personId !== null && !answered.has(personId));
}

/** The members on the day of a meeting who said that they come, in the room or from afar. */
export async function listComing(db: Db, meeting: Meeting): Promise<Recipient[]> {
  const members = await meetingRecipients(db, meeting, dateOf(meeting.startsAt));
  const coming = new Set(await db('rsvps').where({ meeting_id: meeting.id }).whereNot('answer', 'not_coming').pluck('person_id'));
  return members.filter(({ personId }) => personId !== null && coming.has(personId));
}

/** Whether a person has still not answered for the meeting as it was announced. */
export async function isUnanswered(
  db: Db,
  about: { meetingId: string; personId: string | null; startsAt: Instant | null },
): Promise<boolean> {
  const { meetingId, personId } = about;
  if (personId === null) return false;
  const answered = await db('rsvps').where({ meeting_id: meetingId, person_id: personId }).first();
  return answered === undefined && (await isStillExpected(db, about));
}

/** Whether a person is still expected at the meeting as it was announced: not moved, not called off, not declined. */
export async function isStillExpected(
  db: Db,
  about: { meetingId: string; personId: string | null; startsAt: Instant | null },
): Promise<boolean> {
  const { meetingId, personId, startsAt } = about;
  const meeting = await db('meetings').where({ id: meetingId }).whereIn('status', ['scheduled', 'posted', 'in_session']).first();
  if (meeting === undefined || meeting.starts_at !== startsAt) return false;
  if (personId === null) return true;
  const declined = await db('rsvps').where({ meeting_id: meetingId, person_id: personId, answer: 'not_coming' }).first();
  return declined === undefined;
}
