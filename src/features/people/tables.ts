import type { Instant } from '../../lib/time';

export interface PeopleApartRow {
  first_id: string;
  second_id: string;
  judged_by: string | null;
  judged_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    people_apart: PeopleApartRow;
  }
}
