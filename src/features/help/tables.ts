import type { Instant } from '../../lib/time';

export interface HelpRequestRow {
  id: string;
  name: string;
  email: string;
  collaborative_id: string | null;
  text: string;
  locale: string;
  asked_at: Instant;
  answered_at: Instant | null;
  answered_by: string | null;
  answer: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    help_requests: HelpRequestRow;
  }
}
