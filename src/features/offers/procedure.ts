import { defineMachine } from '../../lib/state-machine';
import { dateOf, plusDays, plusElapsed, startOfDay, type Instant } from '../../lib/time';

export type ProcedureStatus = 'received' | 'answered';

export const procedureMachine = defineMachine<ProcedureStatus, 'answer'>({ received: { answer: 'answered' }, answered: {} });

/** What a review of procedure finds: the decision stands, or something is put right. */
export const outcomes = ['upheld', 'corrected'] as const;
export type Outcome = (typeof outcomes)[number];

/** A refused applicant's request to check whether the rules were followed. It does not judge the merits. */
export interface ProcedureReview {
  readonly id: string;
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly status: ProcedureStatus;
  readonly words: string;
  readonly askedAt: Instant;
  /** Who asked: the applicant, or staff who wrote it down for them; null for an applicant without an account. */
  readonly askedBy: string | null;
  /** The last moment of the day by which staff answer. */
  readonly answerBy: Instant;
  readonly outcome: Outcome | null;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly version: number;
}

/** The last moment of the day that lies `days` after this one, in the district's zone. */
export const endOfDayAfter = (moment: Instant, days: number): Instant =>
  plusElapsed(startOfDay(plusDays(dateOf(moment), days + 1)), { milliseconds: -1 });

/** Days within which a request is answered. */
export const daysToAnswer = 10;

/** Whether a review may still be asked for: refused, and the days (s: 10) since the letter are not over. */
export const mayAsk = (candidacy: { status: string; decidedAt: Instant | null }, days: number, now: Instant): boolean =>
  candidacy.status === 'not_selected' && candidacy.decidedAt !== null && now <= endOfDayAfter(candidacy.decidedAt, days);
