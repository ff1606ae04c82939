import type { Instant } from '../../lib/time';
import type { TickItem } from './opening';

interface OpeningTickRow {
  cycle_id: string;
  item: TickItem;
  /** Which version was read, where it can change. */
  about: string;
  person_id: string;
  at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    opening_ticks: OpeningTickRow;
  }
}
