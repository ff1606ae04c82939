import type { CalendarDate, Instant } from '../../lib/time';
import type { CycleStatus } from './cycle';

export interface CycleRow {
  id: string;
  code: string;
  /** LocalText as JSON. */
  name: string;
  status: CycleStatus;
  opens_at: Instant;
  closes_at: Instant;
  review_by: CalendarDate;
  decisions_on: CalendarDate;
  answer_days: number;
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
  form_id: string;
  rubric_id: string;
  /** JSON of CycleSettings. */
  settings: string;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    cycles: CycleRow;
    cycle_collaboratives: { cycle_id: string; collaborative_id: string };
    seats_on_offer: { cycle_id: string; seat_id: string };
  }
}
