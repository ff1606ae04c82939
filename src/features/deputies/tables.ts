import type { CalendarDate, Instant } from '../../lib/time';

export interface DeputyRow {
  id: string;
  collaborative_id: string;
  approver_id: string;
  deputy_id: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  named_by: string | null;
  named_at: Instant;
  ended_at: Instant | null;
  ended_by: string | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    deputies: DeputyRow;
  }
}
