import type { Instant } from '../../lib/time';
import type { Reason, SlateStatus } from './slate';

export interface SlateRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  status: SlateStatus;
  sent_by: string | null;
  sent_at: Instant | null;
  decided_by: string | null;
  decided_at: Instant | null;
  decided_for: string | null;
  return_words: string | null;
  released_by: string | null;
  released_at: Instant | null;
  version: number;
}

/** A person on a slate or a what-if slate. */
export interface PlacementRow {
  candidacy_id: string;
  placement: 'seat' | 'alternate';
  seat_id: string | null;
  alternate_place: number | null;
  reason: Reason | null;
  reason_words: string | null;
}

export interface SlateEntryRow extends PlacementRow {
  slate_id: string;
}

/** A slate as it was sent for approval, kept for good. */
export interface SendingRow {
  slate_id: string;
  number: number;
  sent_by: string | null;
  sent_at: Instant;
  /** JSON of Entry[]. */
  entries: string;
  /** JSON of Target[], as they were then. */
  targets: string;
  /** What the approver said to it; null while nobody has. */
  outcome: 'approved' | 'returned' | null;
  decided_by: string | null;
  decided_at: Instant | null;
  decided_for: string | null;
  /** What the approver asked to be changed. */
  words: string | null;
  /** Who took it back to change it, before or after it was approved. */
  taken_back_by: string | null;
  taken_back_at: Instant | null;
}

export interface WhatIfRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  name: string;
  made_by: string | null;
  made_at: Instant;
  version: number;
}

export interface WhatIfEntryRow extends PlacementRow {
  what_if_id: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    slates: SlateRow;
    slate_entries: SlateEntryRow;
    slate_sendings: SendingRow;
    what_ifs: WhatIfRow;
    what_if_entries: WhatIfEntryRow;
  }
}
