import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { cycleIsOpen, type Cycle } from '../cycles';

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
