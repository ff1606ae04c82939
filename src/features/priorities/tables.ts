import type { Instant } from '../../lib/time';

export interface PriorityRow {
  id: string;
  collaborative_id: string;
  form_key: string;
  place: number;
  title: string;
  text: string;
  is_linked: boolean | number;
  retired_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    priorities: PriorityRow;
  }
}
