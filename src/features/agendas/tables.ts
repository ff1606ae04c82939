import type { FileKind } from '../../files/file-kind';
import type { Instant } from '../../lib/time';
import type { ItemKind, ItemOutcome, ItemPurpose } from './agenda-item';
import type { Readability } from './attachment';

export interface AgendaItemRow {
  id: string;
  meeting_id: string;
  place: number;
  kind: ItemKind;
  title: string;
  purpose: ItemPurpose;
  presenter: string;
  minutes: number;
  text: string;
  is_action: boolean | number;
  is_consent: boolean | number;
  note_id: string | null;
  priority_id: string | null;
  approves_minutes_of: string | null;
  carried_item: string | null;
  carried_meeting: string | null;
  carried_at: Instant | null;
  added_at: Instant;
  is_information_only: boolean | number;
  outcome: ItemOutcome | null;
  outcome_words: string;
  version: number;
}

export interface PostingRow {
  id: string;
  meeting_id: string;
  number: number;
  snapshot: string;
  sha256: string;
  posted_at: Instant;
  posted_by: string;
  put_up_at: string;
  is_late: boolean | number;
  late_reason: string;
  changes: string;
}

export interface AttachmentRow {
  id: string;
  meeting_id: string;
  item_id: string;
  title: string;
  name: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  readable: Readability;
  added_at: Instant;
  added_by: string;
  published_at: Instant | null;
  removed_at: Instant | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    agenda_items: AgendaItemRow;
    postings: PostingRow;
    attachments: AttachmentRow;
  }
}
