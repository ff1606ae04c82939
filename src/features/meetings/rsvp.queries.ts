import './tables';
import type { Db } from '../../db/database';
import type { Rsvp } from './rsvp';
import type { RsvpRow } from './tables';

/** Keeps a member's answer; the last one counts. */
export async function saveRsvp(db: Db, rsvp: Rsvp): Promise<void> {
  await db('rsvps')
    .insert({
      meeting_id: rsvp.meetingId,
      person_id: rsvp.personId,
      answer: rsvp.answer,
      reason: rsvp.reason,
      answered_at: rsvp.answeredAt,
    })
    .onConflict(['meeting_id', 'person_id'])
    .merge();
}

export async function findRsvp(db: Db, meetingId: string, personId: string): Promise<Rsvp | undefined> {
  const row = await db('rsvps').where({ meeting_id: meetingId, person_id: personId }).first();
  return row === undefined ? undefined : toRsvp(row);
}

export type NamedRsvp = Rsvp & { readonly name: string };

/** All answers with names, for those who run the meeting. */
export async function listRsvps(db: Db, meetingId: string): Promise<NamedRsvp[]> {
  const rows = await db('rsvps')
    .join('people', 'people.id', 'rsvps.person_id')
    .where('rsvps.meeting_id', meetingId)
    .orderBy(['people.name', 'people.id'])
    .select<(RsvpRow & { name: string })[]>('rsvps.*', 'people.name');
  return rows.map((row) => ({ ...toRsvp(row), name: row.name }));
}

const toRsvp = (row: RsvpRow): Rsvp => ({
  meetingId: row.meeting_id,
  personId: row.person_id,
  answer: row.answer,
  reason: row.reason,
  answeredAt: row.answered_at,
});
