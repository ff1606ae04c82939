import type { Instant } from '../../lib/time';

export interface DirectoryEntryRow {
  id: string;
  person_id: string;
  collaborative_id: string;
  shows_email: boolean | number;
  shows_phone: boolean | number;
  opted_in_at: Instant;
  opted_out_at: Instant | null;
}

export interface MemberMessageRow {
  id: string;
  collaborative_id: string;
  from_id: string;
  to_id: string;
  text: string;
  sent_at: Instant;
  reported_at: Instant | null;
  report_words: string;
  withheld_at: Instant | null;
  dealt_with_at: Instant | null;
  dealt_with_by: string | null;
}

export interface MemberBlockRow {
  person_id: string;
  blocked_id: string;
  blocked_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    directory_entries: DirectoryEntryRow;
    member_messages: MemberMessageRow;
    member_blocks: MemberBlockRow;
  }
}
