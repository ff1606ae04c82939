import type { Instant } from '../../lib/time';

export interface TargetSetRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  /** JSON of Target[]. */
  targets: string;
  saved_by: string | null;
  saved_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    composition_targets: TargetSetRow;
  }
}
