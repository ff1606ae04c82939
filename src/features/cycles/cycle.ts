import type { LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import { dateOf, fromInstant, plusDays, plusElapsed, startOfDay, toInstant, type CalendarDate, type Instant } from '../../lib/time';

export type CycleStatus = 'draft' | 'scheduled' | 'open' | 'closed' | 'in_review' | 'deciding' | 'released' | 'complete' | 'cancelled';

export type CycleEvent = 'schedule' | 'open' | 'close' | 'startReview' | 'startDeciding' | 'release' | 'complete' | 'cancel';

/** A round of applications (domain.md 3). */
export const cycleMachine = defineMachine<CycleStatus, CycleEvent>({
  draft: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed', cancel: 'cancelled' },
  closed: { startReview: 'in_review', cancel: 'cancelled' },
  in_review: { startDeciding: 'deciding', cancel: 'cancelled' },
  deciding: { release: 'released', cancel: 'cancelled' },
  released: { complete: 'complete' },
  complete: {},
  cancelled: {},
});

/** Whom a cycle puts first within each constituency: nobody, the district's own, or schools not yet represented. */
export const priorityRules = ['none', 'in_district', 'new_schools'] as const;
export type PriorityRule = (typeof priorityRules)[number];

/** What differs between cycles. */
export interface CycleSettings {
  /** The group that ranks first within its constituency. */
  readonly priority: PriorityRule;
  /** A lapsed or declined offer goes to the next alternate by itself. */
  readonly offersNextByItself: boolean;
  /** Scores are given before names show. */
  readonly blindFirstPass: boolean;
  /** Staff may have their panel read a second or third choice. */
  readonly reviewsLowerChoices: boolean;
  /** Days in which a refused applicant may ask for a review of procedure, from the day of the letter. */
  readonly procedureReviewDays: number;
  /** Years for which the record of decisions keeps names, from the release. */
  readonly recordNamedYears: number;
  /** Years for which it is kept after that, without names. */
  readonly recordNamelessYears: number;
}

export const usualCycleSettings: CycleSettings = {
  priority: 'none',
  offersNextByItself: true,
  blindFirstPass: true,
  reviewsLowerChoices: true,
  procedureReviewDays: 10,
  recordNamedYears: 2,
  recordNamelessYears: 5,
};

export interface Cycle {
  readonly id: string;
  /** In addresses: `2027-spring`. */
  readonly code: string;
  readonly name: LocalText;
  readonly status: CycleStatus;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly reviewBy: CalendarDate;
  readonly decisionsOn: CalendarDate;
  /** Days in which an offer is answered. */
  readonly answerDays: number;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  readonly formId: string;
  readonly rubricId: string;
  readonly settings: CycleSettings;
  readonly collaborativeIds: readonly string[];
  readonly version: number;
}

/** The first moment after closing: a closing time of 23:59 means any moment before 00:00:00 (domain.md 3). */
export const closingEnd = ({ closesAt }: Pick<Cycle, 'closesAt'>): Instant =>
  plusElapsed(toInstant(fromInstant(closesAt).startOf('minute')), { minutes: 1 });

/** Whether an application can be sent now; the dates count even before the worker has moved the state. */
export function cycleIsOpen(cycle: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>, now: Instant): boolean {
  const hasBegun = cycle.status === 'open' || (cycle.status === 'scheduled' && cycle.opensAt <= now);
  return hasBegun && now < closingEnd(cycle);
}

const byDate: readonly CycleStatus[] = ['scheduled', 'open', 'closed', 'in_review', 'deciding'];

const steps: readonly CycleEvent[] = ['open', 'close', 'startReview', 'startDeciding'];

/** The moment at which its dates take a step by themselves; null for steps that only people take. */
export function dueAt(cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'reviewBy'>, step: CycleEvent): Instant | null {
  if (step === 'open') return cycle.opensAt;
  if (step === 'close') return closingEnd(cycle);
  if (step === 'startReview') return startOfDay(plusDays(dateOf(cycle.closesAt), 1));
  return step === 'startDeciding' ? startOfDay(plusDays(cycle.reviewBy, 1)) : null;
}

/**
 * Where its dates put a cycle now, never back and never past `deciding`: open from its opening, closed from the end of
 * the closing minute, in review from the day after the closing date, deciding from the day after `reviewBy`.
 */
export function stateByDate(cycle: Cycle, now: Instant): CycleStatus {
  const reached = byDate.indexOf(cycle.status);
  if (reached === -1) return cycle.status;
  const begins = ['', ...steps.map((step) => dueAt(cycle, step) ?? '')];
  const ahead = begins.findIndex((begin) => begin > now);
  const due = ahead === -1 ? byDate.length - 1 : ahead - 1;
  return byDate[Math.max(reached, due)] ?? cycle.status;
}

/** Whether named people may still come in late: after the closing and before `deciding`, by its dates too (domain.md 3). */
export const takesLateEntries = (cycle: Cycle, now: Instant): boolean =>
  ['open', 'closed', 'in_review'].includes(stateByDate(cycle, now)) && !cycleIsOpen(cycle, now);

/** The last moment before the dates move a cycle to `deciding`. */
export const lateEnd = ({ reviewBy }: Pick<Cycle, 'reviewBy'>): Instant => startOfDay(plusDays(reviewBy, 1));

/** The steps, in order, that dates ask of a cycle now; each is written into the history. */
export function stepsDue(cycle: Cycle, now: Instant): CycleEvent[] {
  const from = byDate.indexOf(cycle.status);
  const to = byDate.indexOf(stateByDate(cycle, now));
  return from === -1 ? [] : steps.slice(from, to);
}

/** Figures of a cycle are public once every decision of it is released; before, nothing of them shows. */
export const statisticsArePublic = ({ status }: Pick<Cycle, 'status'>): boolean => status === 'released' || status === 'complete';

export type DateProblem = 'closesFirst' | 'reviewFirst' | 'decisionsFirst' | 'termFirst' | 'termBackwards';

/** What makes a cycle's dates impossible, by the field it shows at. */
export function dateProblems(
  dates: Pick<Cycle, 'opensAt' | 'closesAt' | 'reviewBy' | 'decisionsOn' | 'termStartsOn' | 'termEndsOn'>,
): DateProblem[] {
  const checks: [boolean, DateProblem][] = [
    [dates.closesAt <= dates.opensAt, 'closesFirst'],
    [dates.reviewBy <= dateOf(dates.closesAt), 'reviewFirst'],
    [dates.decisionsOn < dates.reviewBy, 'decisionsFirst'],
    [dates.termStartsOn < dates.decisionsOn, 'termFirst'],
    [dates.termEndsOn <= dates.termStartsOn, 'termBackwards'],
  ];
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem);
}
