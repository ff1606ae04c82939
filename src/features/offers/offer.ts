import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { dateOf, hoursBetween, plusDays, plusElapsed, startOfDay, type CalendarDate, type Instant } from '../../lib/time';

export type OfferStatus = 'open' | 'accepted' | 'declined' | 'lapsed';
/** How an answer came: by the applicant on the site, or told to a caller or staff on the phone. */
export type AnswerChannel = 'self' | 'phone';
export type OfferEvent = 'accept' | 'decline' | 'lapse';

export const offerMachine = defineMachine<OfferStatus, OfferEvent>({
  open: { accept: 'accepted', decline: 'declined', lapse: 'lapsed' },
  accepted: {},
  declined: {},
  lapsed: {},
});

export interface Offer {
  readonly id: string;
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly seatId: string;
  readonly status: OfferStatus;
  readonly offeredAt: Instant;
  /** The last moment at which it can be answered. */
  readonly answerBy: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredVia: AnswerChannel | null;
  /** Who answered, or who heard the answer on the phone; null for an applicant without a record and for a lapse. */
  readonly answeredBy: string | null;
  /** In the applicant's own words; may be empty. */
  readonly declineReason: string | null;
  /** Why staff gave more time. */
  readonly extensionReason: string | null;
  readonly version: number;
}

/** What an offer holds until it is answered. */
export const unanswered = {
  answeredAt: null,
  answeredVia: null,
  answeredBy: null,
  declineReason: null,
  extensionReason: null,
} as const;

/** The end of the day that lies `days` after the offer, in the district's zone: that whole day still counts. */
export const answerBy = (offeredAt: Instant, days: number): Instant =>
  plusElapsed(startOfDay(plusDays(dateOf(offeredAt), days + 1)), { milliseconds: -1 });

export const isOverdue = (offer: Pick<Offer, 'answerBy'>, at: Instant): boolean => at > offer.answerBy;

/** What was said to an offer, when, how, and by whom or to whom on the phone. */
export interface Answer {
  readonly event: 'accept' | 'decline';
  readonly at: Instant;
  readonly via: AnswerChannel;
  readonly by: string | null;
  readonly reason?: string | undefined;
}

/** Takes or refuses the seat. Throws Conflict when the offer is answered already or its time is over. */
export function answer(offer: Offer, { event, at, via, by, reason }: Answer): Offer {
  const status = offerMachine.next(offer.status, event);
  if (isOverdue(offer, at)) throw new Conflict('offers.errors.offerOver');
  const declineReason = event === 'decline' && reason !== undefined && reason !== '' ? reason : null;
  return { ...offer, status, answeredAt: at, answeredVia: via, answeredBy: by, declineReason };
}

/** Ends an offer nobody answered in time. */
export const lapse = (offer: Offer, at: Instant): Offer => ({
  ...offer,
  status: offerMachine.next(offer.status, 'lapse'),
  answeredAt: at,
});

/** Gives more time: to the end of that day. Throws Conflict when it is answered or over, or the day is not later. */
export function extend(offer: Offer, until: CalendarDate, { reason, at }: { reason: string; at: Instant }): Offer {
  const answerBy = plusElapsed(startOfDay(plusDays(until, 1)), { milliseconds: -1 });
  if (offer.status !== 'open' || isOverdue(offer, at)) throw new Conflict('offers.errors.offerOver');
  if (answerBy <= offer.answerBy) throw new Conflict('offers.errors.notLater');
  return { ...offer, answerBy, extensionReason: reason };
}

export type ReminderName = 'half' | 'three_days' | 'one_day';

/**
 * When an open offer is reminded of (messages.md): half time, 3 days and 1 day before the end, the latest first. Where the
 * time to answer is so short that two fall within a day of each other, or one into the first day, the later one stands.
 */
export function remindersOf({ offeredAt, answerBy }: Pick<Offer, 'offeredAt' | 'answerBy'>): { name: ReminderName; at: Instant }[] {
  const half = plusElapsed(offeredAt, { hours: hoursBetween(offeredAt, answerBy) / 2 });
  const wanted = [
    { name: 'one_day', at: morningBefore(answerBy, 1) },
    { name: 'three_days', at: morningBefore(answerBy, 3) },
    { name: 'half', at: half },
  ] as const;
  const kept: { name: ReminderName; at: Instant }[] = [];
  for (const one of wanted) {
    const later = kept.at(-1);
    const isApart = later === undefined || hoursBetween(one.at, later.at) >= 24;
    if (isApart && hoursBetween(offeredAt, one.at) >= 24) kept.push(one);
  }
  return kept;
}

const morningBefore = (moment: Instant, days: number): Instant => plusElapsed(startOfDay(plusDays(dateOf(moment), -days)), { hours: 9 });

/** An alternate who may be asked next. */
export interface AlternateInLine {
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly constituency: string;
  readonly place: number;
  /** Holds an open offer, or took a seat, elsewhere: one offer a person at a time. */
  readonly isTaken: boolean;
}

/** Who is asked next for a seat: the first alternate in order whom it fits; null when nobody is left. */
export function nextInLine(alternates: readonly AlternateInLine[], fitsSeat: (constituency: string) => boolean): AlternateInLine | null {
  const able = alternates.filter((alternate) => !alternate.isTaken && fitsSeat(alternate.constituency));
  return [...able].sort((a, b) => a.place - b.place || a.candidacyId.localeCompare(b.candidacyId))[0] ?? null;
}
