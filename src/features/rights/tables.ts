import type { Instant } from '../../lib/time';

export interface ErasureRequestRow {
  id: string;
  person_id: string;
  status: 'asked' | 'done' | 'refused';
  asked_at: Instant;
  asked_by: string | null;
  decided_at: Instant | null;
  decided_by: string | null;
  words: string;
  counts: string;
  version: number;
}

export interface LegalHoldRow {
  id: string;
  person_id: string | null;
  reason: string;
  put_at: Instant;
  put_by: string | null;
  lifted_at: Instant | null;
  lifted_by: string | null;
}

export interface RetentionRunRow {
  id: string;
  rule: string;
  ran_at: Instant;
  ran_by: string | null;
  count: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    erasure_requests: ErasureRequestRow;
    legal_holds: LegalHoldRow;
    retention_runs: RetentionRunRow;
  }
}
