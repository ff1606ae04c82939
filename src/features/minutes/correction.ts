import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';
import type { Minutes } from './minutes';

export type CorrectionStatus = 'proposed' | 'taken' | 'declined';
export type CorrectionEvent = 'take' | 'decline';

/** What a member asks to be put right. */
export interface Correction {
  readonly id: string;
  readonly minutesId: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly text: string;
  readonly status: CorrectionStatus;
  readonly answer: string;
}

export const correctionMachine = defineMachine<CorrectionStatus, CorrectionEvent>({
  proposed: { take: 'taken', decline: 'declined' },
  taken: {},
  declined: {},
});

/** Corrections are asked for and answered while the minutes are out and not approved. Throws Conflict. */
export function checkOpen(minutes: Pick<Minutes, 'status'>): void {
  if (minutes.status !== 'circulated') throw new Conflict('minutes.errors.correctionsClosed');
}

export const answerCorrection = (correction: Correction, event: CorrectionEvent, answer: string): Correction => ({
  ...correction,
  status: correctionMachine.next(correction.status, event),
  answer,
});
