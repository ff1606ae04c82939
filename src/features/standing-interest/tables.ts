import type { Instant } from '../../lib/time';
import type { Constituency } from '../forms';

export interface StandingInterestRow {
  id: string;
  collaborative_id: string;
  constituency: Constituency | null;
  person_id: string | null;
  email: string;
  name: string;
  locale: string;
  application_id: string | null;
  since: Instant;
  ended_at: Instant | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    standing_interests: StandingInterestRow;
  }
}
