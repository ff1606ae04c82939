import type { Instant } from '../../lib/time';
import type { Verdict } from './conflict';

export interface ConflictFindingRow {
  candidacy_id: string;
  reviewer_id: string;
  verdict: Verdict;
  words: string;
  decided_by: string;
  decided_at: Instant;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    conflict_findings: ConflictFindingRow;
  }
}
