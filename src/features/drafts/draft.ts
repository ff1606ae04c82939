import { plusWallDays, type Instant } from '../../lib/time';
import { cycleFor, type Application } from '../applications';
import { closingEnd, type Cycle } from '../cycles';

/** Days before the closing on which an unfinished draft is spoken of (messages.md). */
export const daysBefore = [7, 3, 1] as const;
export type DaysBefore = (typeof daysBefore)[number];

/** One occasion to remind somebody of their draft. */
export interface Unfinished {
  readonly application: Application;
  /** As this applicant meets it, with their own closing time. */
  readonly cycle: Cycle;
  readonly days: DaysBefore;
}

export const momentOfReminder = ({ cycle, days }: Unfinished): Instant => plusWallDays(cycle.closesAt, -days);

/** Every occasion of a draft that comes after it was begun: nobody is reminded of what they have only just started. */
export const occasionsOf = (application: Application, cycle: Cycle): Unfinished[] =>
  daysBefore
    .map((days) => ({ application, cycle: cycleFor(application, cycle), days }))
    .filter((occasion) => application.begunAt < momentOfReminder(occasion));

/** Whether a reminder that was queued for this end is still wanted. */
export const isStillUnfinished = (application: Application, cycle: Cycle, endThen: Instant | null): boolean =>
  application.status === 'draft' && closingEnd(cycleFor(application, cycle)) === endThen;

/** Days after the closing on which an abandoned draft is thrown away (domain.md 14). */
export const daysKept = 90;
