import type { Instant } from '../../lib/time';
import type { AccessStatus } from './access-request';

export interface AccessRequestRow {
  id: string;
  meeting_id: string;
  person_id: string | null;
  name: string;
  email: string | null;
  phone: string;
  locale: string;
  /** JSON of NeedName[]. */
  needs: string;
  language: string;
  children: number;
  words: string;
  status: AccessStatus;
  asked_at: Instant;
  is_late: boolean | number;
  answer: string;
  answered_at: Instant | null;
  answered_by: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    access_requests: AccessRequestRow;
  }
}
