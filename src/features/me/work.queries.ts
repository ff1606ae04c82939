import type { Db } from '../../db/database';
import { collaborativesAs, type Actor } from '../../lib/actor';
import { toLocalText } from '../../lib/local-text';
import { plusWallDays, type Instant } from '../../lib/time';
import { ofBody } from '../meetings';
import type { Mine, MyMeeting, MyNote } from './me';

interface MeetingRow {
  id: string;
  collaborative_id: string;
  with_bodies: string;
  slug: string;
  title: string;
  status: string;
  starts_at: string;
  ends_at: string;
  place: string;
  answer: MyMeeting['answer'];
}

/** Meetings to come of every collaborative the person sits in or is to sit in, and for officers those of the last 60 days without approved minutes. */
export async function listMyMeetings(db: Db, actor: Actor & { readonly id: string }, now: Instant): Promise<MyMeeting[]> {
  const ids = [...new Set(actor.seats.map(({ collaborativeId }) => collaborativeId))];
  if (ids.length === 0) return [];
  const officerOf = actor.offices.map(({ collaborativeId }) => collaborativeId);
  const rows: MeetingRow[] = await db('meetings')
    .join('collaboratives', 'collaboratives.id', 'meetings.collaborative_id')
    .leftJoin('rsvps', (join) => {
      join.on('rsvps.meeting_id', 'meetings.id').andOnVal('rsvps.person_id', actor.id);
    })
    .where((mine) => {
      for (const id of ids) void mine.orWhere(ofBody(id));
    })
    .where((which) => {
      void which
        .where((next) => void next.whereIn('meetings.status', ['scheduled', 'posted', 'in_session']).where('meetings.ends_at', '>=', now))
        .orWhere((desk) => {
          void desk
            .whereIn('meetings.collaborative_id', officerOf)
            .whereIn('meetings.status', ['draft', 'in_session', 'adjourned'])
            .where('meetings.starts_at', '>=', plusWallDays(now, -60));
        });
    })
    .orderBy('meetings.starts_at')
    .limit(24)
    .select(
      'meetings.id',
      'meetings.collaborative_id',
      'meetings.with_bodies',
      'meetings.title',
      'meetings.status',
      'meetings.starts_at',
      'meetings.ends_at',
      {
        place: 'meetings.place',
        slug: 'collaboratives.slug',
        answer: 'rsvps.answer',
      },
    );
  return rows.map(toMeeting);
}

const toMeeting = (row: MeetingRow): MyMeeting => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  withBodies: JSON.parse(row.with_bodies) as string[],
  slug: row.slug,
  title: toLocalText(row.title),
  status: row.status,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  answer: row.answer,
});

/** Slates sent to this approver by somebody else. */
export async function listSlatesToApprove(db: Db, actor: Actor & { readonly id: string }): Promise<Mine['slates']> {
  const ids = collaborativesAs(actor, 'approver');
  if (ids.length === 0) return [];
  const rows: { code: string; slug: string; name: string }[] = await db('slates')
    .join('cycles', 'cycles.id', 'slates.cycle_id')
    .join('collaboratives', 'collaboratives.id', 'slates.collaborative_id')
    .where('slates.status', 'sent')
    .whereNot('slates.sent_by', actor.id)
    .whereIn('slates.collaborative_id', [...ids])
    .orderBy('slates.sent_at')
    .select('cycles.code', 'collaboratives.slug', 'collaboratives.name');
  return rows.map(({ code, slug, name }) => ({ code, slug, collaborative: toLocalText(name) }));
}

export async function listOpenActions(db: Db, personId: string): Promise<Mine['actions']> {
  const rows: { text: string; due_on: string | null; meeting_id: string }[] = await db('action_items')
    .where({ owner_id: personId, status: 'open' })
    .orderBy([{ column: 'due_on' }, { column: 'id' }])
    .limit(20)
    .select('text', 'due_on', 'meeting_id');
  return rows.map((row) => ({ text: row.text, dueOn: row.due_on, meetingId: row.meeting_id }));
}

interface NoteRow {
  id: string;
  title: string;
  status: string;
  acknowledge_by: string | null;
  answer_by: string | null;
  answer_status: 'draft' | 'sent' | 'signed' | 'returned' | null;
}

/** Notes that wait for this person: staff acknowledge and answer, approvers sign what others wrote. */
export async function listNotesToAnswer(db: Db, actor: Actor & { readonly id: string }): Promise<MyNote[]> {
  const staffOf = [...collaborativesAs(actor, 'staff')];
  const approverOf = [...collaborativesAs(actor, 'approver')];
  if (staffOf.length + approverOf.length === 0) return [];
  const rows: NoteRow[] = await db('notes')
    .leftJoin('note_answers', 'note_answers.note_id', 'notes.id')
    .whereIn('notes.status', ['delivered', 'acknowledged'])
    .where((whose) => {
      void whose
        .where((staff) => {
          void staff
            .whereIn('notes.collaborative_id', staffOf)
            .where((open) => void open.whereNull('note_answers.status').orWhereIn('note_answers.status', ['draft', 'returned']));
        })
        .orWhere((approver) => {
          void approver
            .whereIn('notes.collaborative_id', approverOf)
            .where('note_answers.status', 'sent')
            .whereNot('note_answers.written_by', actor.id);
        });
    })
    .orderBy([{ column: 'notes.answer_by' }, { column: 'notes.id' }])
    .limit(20)
    .select('notes.id', 'notes.title', 'notes.status', 'notes.acknowledge_by', 'notes.answer_by', { answer_status: 'note_answers.status' });
  return rows.map(toNote);
}

function toNote(row: NoteRow): MyNote {
  const about = { id: row.id, title: toLocalText(row.title) };
  if (row.answer_status === 'sent') return { ...about, step: 'sign', due: row.answer_by };
  if (row.status === 'delivered') return { ...about, step: 'acknowledge', due: row.acknowledge_by };
  return { ...about, step: 'note', due: row.answer_by };
}
