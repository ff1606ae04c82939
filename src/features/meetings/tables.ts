import type { CalendarDate, Instant } from '../../lib/time';
import type { MeetingKind, MeetingStatus } from './meeting';
import type { RecordingLanguage } from './recording';
import type { RsvpAnswer } from './rsvp';

export interface MeetingRow {
  id: string;
  collaborative_id: string;
  /** JSON of ids: the other bodies of a joint meeting. */
  with_bodies: string;
  kind: MeetingKind;
  kind_reason: string;
  status: MeetingStatus;
  title: string;
  starts_at: Instant;
  ends_at: Instant;
  place: string;
  address: string;
  room: string;
  remote_url: string;
  remote_phone: string;
  interpretation: string;
  access_contact: string;
  access_ask_by: string | null;
  papers_address: string;
  cancel_reason: string | null;
  postponed_to: string | null;
  series_id: string | null;
  series_on: CalendarDate | null;
  in_session_at: Instant | null;
  adjourned_at: Instant | null;
  sequence: number;
  changed_at: Instant;
  version: number;
}

export interface RsvpRow {
  meeting_id: string;
  person_id: string;
  answer: RsvpAnswer;
  reason: string;
  answered_at: Instant;
}

export interface MeetingSeriesRow {
  id: string;
  collaborative_id: string;
  /** JSON of SeriesRule. */
  rule: string;
  /** JSON of SeriesTemplate. */
  template: string;
  made_at: Instant;
  made_by: string | null;
  version: number;
}

export interface MeetingChangeRow {
  meeting_id: string;
  since: Instant;
  /** JSON of Known. */
  was: string;
}

export interface RecordingRow {
  id: string;
  meeting_id: string;
  form_key: string;
  url: string;
  language: RecordingLanguage;
  captions_url: string | null;
  transcript_url: string | null;
  added_at: Instant;
  added_by: string;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    meetings: MeetingRow;
    meeting_changes: MeetingChangeRow;
    meeting_series: MeetingSeriesRow;
    recordings: RecordingRow;
    rsvps: RsvpRow;
  }
}
