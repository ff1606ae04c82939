import type { CalendarDate, Instant } from '../../lib/time';
import type { AnswerStatus, Commitment, DispositionKind } from './answer';
import type { NoteStatus, Topic } from './note';

export interface NoteRow {
  id: string;
  reference: string;
  collaborative_id: string;
  status: NoteStatus;
  /** LocalText as JSON; so are background and addressee. */
  title: string;
  background: string;
  topic: Topic;
  priority_id: string | null;
  addressee: string;
  adopted_by_motion: string | null;
  drafted_at: Instant;
  opened_at: Instant | null;
  adopted_at: Instant | null;
  delivered_at: Instant | null;
  acknowledged_at: Instant | null;
  answered_at: Instant | null;
  closed_at: Instant | null;
  acknowledge_by: CalendarDate | null;
  answer_by: CalendarDate | null;
  stopped_on: CalendarDate | null;
  sha256: string | null;
  supersedes_id: string | null;
  version: number;
}

export interface AnswerRow {
  id: string;
  note_id: string;
  status: AnswerStatus;
  opening: string;
  written_by: string;
  sent_at: Instant | null;
  signed_by: string | null;
  signed_at: Instant | null;
  signed_for: string | null;
  return_words: string;
  version: number;
}

export interface CommitmentRow {
  id: string;
  recommendation_id: string;
  what: string;
  who: string;
  due_on: CalendarDate;
  status: Commitment['status'];
  version: number;
}

export interface NoteMoveRow {
  id: string;
  note_id: string;
  kind: 'extension' | 'question';
  words: string;
  reply: string | null;
  from_on: CalendarDate;
  to_on: CalendarDate | null;
  at: Instant;
  by_id: string;
  replied_at: Instant | null;
  replied_by: string | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    notes: NoteRow;
    recommendations: { id: string; note_id: string; number: number; text: string };
    note_people: { note_id: string; person_id: string; part: 'author' | 'endorser'; at: Instant };
    note_schools: { note_id: string; school_id: string };
    note_moves: NoteMoveRow;
    note_answers: AnswerRow;
    dispositions: { answer_id: string; recommendation_id: string; disposition: DispositionKind; reasons: string };
    commitments: CommitmentRow;
    holidays: { date: CalendarDate; name: string };
  }
}
