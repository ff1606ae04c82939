import type { Instant } from '../../lib/time';
import type { AnswerChannel, OfferStatus } from './offer';
import type { LetterCode, RegretCode } from './letter';
import type { Outcome, ProcedureStatus } from './procedure';
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

export interface LetterTextRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  /** `kind:<code>` or `person:<candidacy>`. */
  slot: string;
  version: number;
  code: RegretCode | null;
  wordings: string | null;
  edited_by: string | null;
  edited_at: Instant;
}

export interface DecisionLetterRow {
  id: string;
  candidacy_id: string;
  code: LetterCode;
  locale: string;
  subject: string;
  dedupe_key: string;
  channel: 'mail' | 'paper' | 'none';
  /** The sealed bytes of the mail or of the letter on paper. */
  body: string | null;
  kind_version: number | null;
  own_version: number | null;
  created_at: Instant;
}

export interface ProcedureReviewRow {
  id: string;
  candidacy_id: string;
  application_id: string;
  cycle_id: string;
  collaborative_id: string;
  status: ProcedureStatus;
  words: string;
  asked_at: Instant;
  asked_by: string | null;
  answer_by: Instant;
  outcome: Outcome | null;
  answer: string | null;
  answered_at: Instant | null;
  answered_by: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    offers: OfferRow;
    offer_questions: OfferQuestionRow;
    procedure_reviews: ProcedureReviewRow;
    letter_texts: LetterTextRow;
    decision_letters: DecisionLetterRow;
  }
}
