import { Conflict, Forbidden } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import type { CalendarDate, Instant } from '../../lib/time';

export type AnswerStatus = 'draft' | 'sent' | 'signed' | 'returned';
export type AnswerEvent = 'save' | 'send' | 'sign' | 'return';

/** Staff write, the approver signs or gives it back with words. */
export const answerMachine = defineMachine<AnswerStatus, AnswerEvent>({
  draft: { save: 'draft', send: 'sent' },
  sent: { sign: 'signed', return: 'returned' },
  returned: { save: 'draft', send: 'sent' },
  signed: {},
});

export const dispositionKinds = ['accepted', 'accepted_with_changes', 'already_in_place', 'declined', 'more_time'] as const;
export type DispositionKind = (typeof dispositionKinds)[number];

/** A promise made with an accepted recommendation. */
export interface Commitment {
  /** Empty until it is saved. */
  readonly id: string;
  readonly what: LocalText;
  readonly who: string;
  readonly dueOn: CalendarDate;
  readonly status: 'planned' | 'under_way' | 'done' | 'dropped';
}

/** The answer to one recommendation. */
export interface Disposition {
  readonly recommendationId: string;
  readonly disposition: DispositionKind;
  readonly reasons: LocalText;
  readonly commitment: Commitment | null;
}

export interface Answer {
  readonly id: string;
  readonly noteId: string;
  readonly status: AnswerStatus;
  readonly opening: LocalText;
  readonly dispositions: readonly Disposition[];
  readonly writtenBy: string;
  readonly sentAt: Instant | null;
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
  /** The approver in whose place a deputy signed; null where it was in their own right. */
  readonly signedFor: string | null;
  readonly returnWords: string;
  readonly version: number;
}

/** An accepted recommendation carries a commitment: what, who, by when (domain.md 12). */
export const needsCommitment = (disposition: DispositionKind): boolean =>
  disposition === 'accepted' || disposition === 'accepted_with_changes';

/** Whether every recommendation has its answer, with a promise where one is due. */
export const isWhole = (answer: Answer, recommendationIds: readonly string[]): boolean =>
  recommendationIds.every((id) => {
    const found = answer.dispositions.find((disposition) => disposition.recommendationId === id);
    return found !== undefined && (!needsCommitment(found.disposition) || found.commitment !== null);
  });

/** Sends the answer for signature. Throws Conflict (409) while a recommendation has none. */
export function send(answer: Answer, recommendationIds: readonly string[], at: Instant): Answer {
  if (!isWhole(answer, recommendationIds)) throw new Conflict('advice.errors.notWhole');
  return { ...answer, status: answerMachine.next(answer.status, 'send'), sentAt: at, returnWords: '' };
}

/** Who signs, and the approver in whose place, if any. */
export interface Signer {
  readonly by: string;
  readonly inPlaceOf: string | null;
}

/** Signs it. Throws Forbidden (403) for whoever wrote it, and in their place: nobody approves what they proposed (pages.md). */
export function sign(answer: Answer, { by, inPlaceOf }: Signer, at: Instant): Answer {
  if (by === answer.writtenBy || inPlaceOf === answer.writtenBy) throw new Forbidden('advice.denied.ownAnswer');
  return { ...answer, status: answerMachine.next(answer.status, 'sign'), signedBy: by, signedAt: at, signedFor: inPlaceOf };
}

/** Gives it back to staff with words. */
export const giveBack = (answer: Answer, words: string): Answer => ({
  ...answer,
  status: answerMachine.next(answer.status, 'return'),
  returnWords: words,
});
