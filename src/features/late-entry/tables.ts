import type { Instant } from '../../lib/time';

export interface LateCodeRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  code: string;
  for_whom: string;
  note: string;
  email: string | null;
  use_limit: number;
  uses: number;
  expires_at: Instant;
  made_at: Instant;
  made_by: string;
  revoked_at: Instant | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    late_codes: LateCodeRow;
  }
}
