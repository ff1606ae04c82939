import type { Instant } from '../../lib/time';
import type { CorrectionStatus } from './correction';
import type { MinutesStatus } from './minutes';
import type { Stage } from './version';

export interface MinutesRow {
  id: string;
  meeting_id: string;
  status: MinutesStatus;
  record: string;
  text: string;
  compiled_at: Instant;
  circulated_at: Instant | null;
  approved_at: Instant | null;
  approved_by_motion: string | null;
  version: number;
}

export interface CorrectionRow {
  id: string;
  minutes_id: string;
  proposed_by: string;
  proposed_at: Instant;
  text: string;
  status: CorrectionStatus;
  answer: string;
}

export interface MinutesVersionRow {
  minutes_id: string;
  number: number;
  stage: Stage;
  text: string;
  reason: string;
  saved_at: Instant;
  saved_by: string | null;
  approved_at: Instant | null;
  approved_by_motion: string | null;
}

export interface MinutesApprovalRow {
  minutes_id: string;
  wording: number;
  collaborative_id: string;
  motion_id: string;
  approved_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    minutes: MinutesRow;
    minutes_corrections: CorrectionRow;
    minutes_versions: MinutesVersionRow;
    minutes_approvals: MinutesApprovalRow;
  }
}
