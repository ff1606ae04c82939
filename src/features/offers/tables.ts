import type { Instant } from '../../lib/time';
import type { OfferStatus } from './offer';

export interface OfferRow {
  id: string;
  candidacy_id: string;
  application_id: string;
  seat_id: string;
  status: OfferStatus;
  offered_at: Instant;
  answer_by: Instant;
  answered_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    offers: OfferRow;
  }
}
