import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { cycleIsOpen, type Cycle } from '../cycles';
import type { Application } from './application';
import type { Candidacy } from './candidacy';

/** How an application came that staff type in. */
export const entryWays = ['paper', 'phone', 'in_person'] as const;
export type EntryWay = (typeof entryWays)[number];

/** What is known of an application that staff typed in. */
export interface EntryNote {
  readonly way: EntryWay;
  readonly receivedOn: CalendarDate;
  /** When the applicant is best reached by phone, in their words; may be empty. */
  readonly bestTime: string;
}

export type EntryProblem = 'notNow' | 'future' | 'beforeOpening' | 'afterClosing';

/** Whether staff may still type in what came in time: from the opening until the cycle decides. */
export const takesEntries = (cycle: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>, now: Instant): boolean =>
  cycleIsOpen(cycle, now) || (['open', 'closed', 'in_review'].includes(cycle.status) && cycle.opensAt <= now);

/** Why this cannot be entered now, or null: what came by the closing day counts, whenever it is typed. */
export function entryProblem(
  cycle: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>,
  receivedOn: CalendarDate,
  now: Instant,
): EntryProblem | null {
  if (!takesEntries(cycle, now)) return 'notNow';
  if (receivedOn > dateOf(now)) return 'future';
  if (receivedOn < dateOf(cycle.opensAt)) return 'beforeOpening';
  return receivedOn > dateOf(cycle.closesAt) ? 'afterClosing' : null;
}

export type CorrectionProblem = 'notEntered' | 'notSent' | 'beingChanged' | 'decided' | 'tooLate';

type Entered = Pick<Application, 'enteredBy' | 'status' | 'pendingAnswers'>;

/**
 * Why staff cannot put right what they typed, or null. Until the cycle decides, as for typing it in: after that what the
 * reviewers read must be what was decided on. What applicants send by themselves is theirs to change.
 */
export function correctionProblem(
  application: Entered,
  candidacies: readonly Pick<Candidacy, 'status'>[],
  cycle: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>,
  now: Instant,
): CorrectionProblem | null {
  if (application.enteredBy === null) return 'notEntered';
  if (application.status !== 'submitted') return 'notSent';
  if (application.pendingAnswers !== null) return 'beingChanged';
  if (candidacies.some(({ status }) => status !== 'in_review')) return 'decided';
  return takesEntries(cycle, now) ? null : 'tooLate';
}

/** Once the cycle has closed panels read by these two, so a correction of typing leaves them as they are. */
export const fixedAtClosing = ['collaboratives', 'constituency'] as const;

/** The keys of the questions that a correction may not touch now: those fixed once the cycle has closed. */
export const fixedNow = (cycle: Cycle, now: Instant): readonly string[] => (cycleIsOpen(cycle, now) ? [] : fixedAtClosing);
