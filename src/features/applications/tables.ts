import type { FileKind } from '../../files/file-kind';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency } from '../cycles';
import type { ApplicationStatus } from './application';
import type { ApplySource } from './apply-hint';
import type { CandidacyStatus } from './candidacy';
import type { EntryWay } from './entry';
import type { IdentityKind } from './identity';

export interface ApplicationRow {
  id: string;
  reference: string;
  cycle_id: string;
  person_id: string | null;
  status: ApplicationStatus;
  locale: string;
  email: string | null;
  address_proved_at: Instant | null;
  name: string;
  folded_name: string;
  constituency: Constituency | null;
  zip: string | null;
  school_id: string | null;
  /** The version of the form that was answered; null until it is sent. */
  form_id: string | null;
  /** JSON of Answers; so is pending_answers. */
  answers: string;
  pending_answers: string | null;
  entered_by: string | null;
  begun_at: Instant;
  saved_at: Instant;
  submitted_at: Instant | null;
  withdrawn_at: Instant | null;
  /** The application that counts in its place. */
  merged_into?: string | null;
  late_code_id: string | null;
  extended_until: Instant | null;
  version: number;
}

export interface SubmissionRow {
  id: string;
  application_id: string;
  number: number;
  submitted_at: Instant;
  answers: string;
  form_id: string | null;
}

export interface CandidacyRow {
  id: string;
  application_id: string;
  cycle_id: string;
  collaborative_id: string;
  preference: number;
  status: CandidacyStatus;
  is_reviewed: boolean | number;
  constituency: Constituency;
  submitted_at: Instant;
  decided_at: Instant | null;
  version: number;
  /** For lists, as the application says: written with the candidacy. */
  folded_name: string;
  zip: string;
  school_id: string;
  locale: string;
  came_in: 'web' | 'staff';
  /** How many collaboratives the application names. */
  choices: number;
  file_count: number;
  /** Kept by triggers on the reviews. */
  reviews_assigned: number;
  reviews_complete: number;
  /** False once it was merged into another. */
  is_listed: boolean | number;
}

export interface ApplicationFileRow {
  id: string;
  application_id: string;
  question_key: string;
  name: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  added_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    applications: ApplicationRow;
    application_submissions: SubmissionRow;
    application_demographics: { application_id: string; answers: string };
    application_files: ApplicationFileRow;
    application_entries: {
      application_id: string;
      way: EntryWay;
      received_on: CalendarDate;
      best_time: string;
      entered_at: Instant;
    };
    /** `fields` is JSON of a form as it was typed. */
    entry_drafts: { cycle_id: string; collaborative_id: string; person_id: string; fields: string; saved_at: Instant };
    application_prefills: { application_id: string; last_sent_at: Instant };
    application_sources: { application_id: string; source: ApplySource; collaborative_id: string };
    candidacies: CandidacyRow;
    application_keys: { application_id: string; cycle_id: string; kind: IdentityKind; value: string };
    search_documents: { number: number; subject_id: string };
  }
}
