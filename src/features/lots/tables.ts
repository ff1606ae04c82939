import type { Instant } from '../../lib/time';
import type { LotStatus, SeedSource } from './lot';

export interface LotRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  constituency: string;
  status: LotStatus;
  rule_version: number;
  source: SeedSource;
  source_words: string;
  draw_at: Instant;
  announced_by: string | null;
  announced_at: Instant;
  first_part: string | null;
  first_by: string | null;
  seed: string | null;
  drawn_by: string | null;
  drawn_at: Instant | null;
  replaces: string | null;
  reason: string | null;
  version: number;
}

export interface LotPlaceRow {
  lot_id: string;
  candidacy_id: string;
  reference: string;
  place: number | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    lots: LotRow;
    lot_places: LotPlaceRow;
  }
}
