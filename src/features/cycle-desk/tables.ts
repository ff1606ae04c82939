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

interface SeatKeptBackRow {
  cycle_id: string;
  seat_id: string;
  words: string;
  person_id: string;
  at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    opening_ticks: OpeningTickRow;
    seats_kept_back: SeatKeptBackRow;
  }
}
