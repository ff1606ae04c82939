import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type QuestionStatus = 'asked' | 'answered';

export const questionMachine = defineMachine<QuestionStatus, 'answer'>({ asked: { answer: 'answered' }, answered: {} });

/** What an applicant asked staff before answering an offer. It does not stop the clock (domain.md 6). */
export interface OfferQuestion {
  readonly id: string;
  readonly offerId: string;
  readonly status: QuestionStatus;
  readonly words: string;
  readonly askedAt: Instant;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly version: number;
}
