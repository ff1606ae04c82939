import type { Instant } from '../../lib/time';
import type { LabelTone } from './label';

export interface SavedViewRow {
  id: string;
  collaborative_id: string;
  owner_id: string;
  name: string;
  query: string;
  is_shared: boolean | number;
  saved_at: Instant;
}

export interface NoteRow {
  id: string;
  candidacy_id: string;
  author_id: string;
  text: string;
  written_at: Instant;
}

export interface BulkRunRow {
  id: string;
  collaborative_id: string;
  kind: string;
  done_by: string;
  done_at: Instant;
  count: number;
}

export interface JudgementRow {
  first_id: string;
  second_id: string;
  verdict: 'suspected' | 'different' | 'merged';
  judged_by: string;
  judged_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    saved_views: SavedViewRow;
    staff_labels: { id: string; collaborative_id: string; name: string; tone: LabelTone };
    candidacy_labels: { label_id: string; candidacy_id: string; added_by: string; added_at: Instant };
    candidacy_notes: NoteRow;
    bulk_runs: BulkRunRow;
    duplicate_judgements: JudgementRow;
  }
}
