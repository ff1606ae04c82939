import type { Instant } from '../../lib/time';
import type { AnswerChannel, OfferStatus } from './offer';
import type { QuestionStatus } from './question';

export interface OfferRow {
  id: string;
  candidacy_id: string;
  application_id: string;
  seat_id: string;
  status: OfferStatus;
  offered_at: Instant;
  answer_by: Instant;
  answered_at: Instant | null;
  answered_via: AnswerChannel | null;
  answered_by: string | null;
  decline_reason: string | null;
  extension_reason: string | null;
  version: number;
}

export interface OfferQuestionRow {
  id: string;
  offer_id: string;
  status: QuestionStatus;
  words: string;
  asked_at: Instant;
  answer: string | null;
  answered_at: Instant | null;
  answered_by: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    offers: OfferRow;
    offer_questions: OfferQuestionRow;
  }
}
