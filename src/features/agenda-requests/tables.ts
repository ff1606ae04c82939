import type { CalendarDate, Instant } from '../../lib/time';

export interface AgendaRequestRow {
  id: string;
  collaborative_id: string;
  email: string;
  locale: string;
  asked_at: Instant;
  lapses_on: CalendarDate;
}

declare module 'knex/types/tables' {
  interface Tables {
    agenda_requests: AgendaRequestRow;
  }
}
