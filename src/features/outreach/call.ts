import { fold } from '../../lib/text';
import { fromInstant, toInstant, type Instant } from '../../lib/time';

/** How a call ended. `yes` and `no` are the applicant's spoken answer to the offer. */
export const callOutcomes = ['reached', 'no_answer', 'left_word', 'wrong_number'] as const;
export type CallOutcome = (typeof callOutcomes)[number] | 'yes' | 'no';

/** An open offer as callers see it: whom to phone about what, and nothing else of the file. */
export interface ToCall {
  readonly offerId: string;
  readonly candidacyId: string;
  readonly reference: string;
  readonly name: string;
  readonly phone: string;
  readonly locale: string;
  readonly bestTime: string;
  readonly hasEmail: boolean;
  readonly offeredAt: Instant;
  readonly answerBy: Instant;
  readonly calls: number;
  readonly lastCall: {
    readonly outcome: CallOutcome;
    readonly at: Instant;
    readonly by: string | null;
    readonly againAt: Instant | null;
  } | null;
}

/** Whom to phone now: who has no e-mail address at once, the others once half of their time to answer is over. */
export function isToCall({ hasEmail, offeredAt, answerBy }: Pick<ToCall, 'hasEmail' | 'offeredAt' | 'answerBy'>, now: Instant): boolean {
  if (now > answerBy) return false;
  return !hasEmail || now >= halfWay(offeredAt, answerBy);
}

const halfWay = (from: Instant, until: Instant): Instant => {
  const start = fromInstant(from);
  return toInstant(start.plus({ milliseconds: fromInstant(until).diff(start).as('milliseconds') / 2 }));
};

/** The order of the list: nobody without e-mail waits behind others; calls agreed for later come when it is time; then by deadline. */
export const inCallOrder = (people: readonly ToCall[], now: Instant): ToCall[] =>
  [...people].sort(
    (a, b) =>
      Number(isForLater(a, now)) - Number(isForLater(b, now)) ||
      Number(a.hasEmail) - Number(b.hasEmail) ||
      a.answerBy.localeCompare(b.answerBy) ||
      a.name.localeCompare(b.name) ||
      a.offerId.localeCompare(b.offerId),
  );

export const isForLater = ({ lastCall }: Pick<ToCall, 'lastCall'>, now: Instant): boolean =>
  lastCall?.againAt != null && lastCall.againAt > now;

/** Whether the name read back is the applicant's: capitals, accents and spaces do not matter. */
export const isSameName = (said: string, name: string): boolean =>
  fold(said).replace(/\s+/g, ' ').trim() === fold(name).replace(/\s+/g, ' ').trim();
