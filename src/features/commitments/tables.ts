import type { CalendarDate, Instant } from '../../lib/time';
import type { CommitmentStatus } from './commitment';

export interface CommitmentMoveRow {
  id: string;
  commitment_id: string;
  from_status: CommitmentStatus;
  to_status: CommitmentStatus;
  from_on: CalendarDate;
  to_on: CalendarDate;
  words: string;
  evidence_url: string | null;
  at: Instant;
  by_id: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    commitment_moves: CommitmentMoveRow;
  }
}
