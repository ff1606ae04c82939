import { Conflict } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { dateOf, plusDays, type CalendarDate, type Instant } from '../../lib/time';
import type { Note } from './note';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days';

/** One thing that moved the day an answer is due, or stopped the clock (domain.md 12). */
export interface DateMove {
  readonly id: string;
  readonly noteId: string;
  readonly kind: 'extension' | 'question';
  /** Why more time is needed; or what the authors are asked. */
  readonly words: LocalText;
  /** What the authors said; null while they have not, and for an extension. */
  readonly reply: LocalText | null;
  /** The day the answer was due before. */
  readonly from: CalendarDate;
  /** The day it is due since; null while the clock stands. */
  readonly to: CalendarDate | null;
  readonly at: Instant;
  readonly by: string;
  readonly repliedAt: Instant | null;
  readonly repliedBy: string | null;
}

type Waiting = Pick<Note, 'status' | 'answerBy' | 'stoppedOn'>;

/** Whether the clock of the answer runs. */
export const isRunning = ({ status, answerBy, stoppedOn }: Waiting): boolean =>
  (status === 'delivered' || status === 'acknowledged') && answerBy !== null && stoppedOn === null;

/** Longest that one extension may put the day off, in days: whoever needs longer says so again. */
export const longestExtension = 183;

export type ExtensionFault = 'notLater' | 'dayOff' | 'tooLong';

/** What stands against a new day; null: nothing. It comes after the old one and after today, on a working day. */
export function extensionFault(
  note: Waiting,
  to: CalendarDate,
  { today, daysOff }: { readonly today: CalendarDate; readonly daysOff: ReadonlySet<CalendarDate> },
): ExtensionFault | null {
  const last = note.answerBy !== null && note.answerBy > today ? note.answerBy : today;
  if (to <= last) return 'notLater';
  if (to > plusDays(last, longestExtension)) return 'tooLong';
  return isWorkingDay(to, daysOff) ? null : 'dayOff';
}

/** Puts the day off. Throws Conflict (409) when no clock runs. */
export function extend(note: Note, to: CalendarDate): Note {
  if (!isRunning(note)) throw new Conflict('advice.errors.noClock');
  return { ...note, answerBy: to };
}

/** Asks the authors: from this day the clock of the answer stands. Throws Conflict (409) before it was acknowledged, or when it stands already. */
export function stop(note: Note, at: Instant): Note {
  if (note.status !== 'acknowledged' || !isRunning(note)) throw new Conflict('advice.errors.noClock');
  return { ...note, stoppedOn: dateOf(at) };
}

/**
 * The authors have replied: the day moves by the working days on which the clock stood, the day of the reply among them; a
 * reply on the same day moves nothing. Throws Conflict (409) when nobody asked.
 */
export function resume(note: Note, at: Instant, daysOff: ReadonlySet<CalendarDate>): Note {
  if (note.status !== 'acknowledged' || note.stoppedOn === null || note.answerBy === null) throw new Conflict('advice.errors.nothingAsked');
  const days = workingDaysBetween(note.stoppedOn, dateOf(at), daysOff);
  return { ...note, stoppedOn: null, answerBy: addWorkingDays(note.answerBy, days, daysOff) };
}

/** Days before the last day on which it is reminded of (messages.md). */
export const daysBefore = [14, 7, 4, 2, 1, 0] as const;
/** Working days between reminders once it is late. */
export const daysBetweenLate = 3;

/** The days from `since` (not itself) to `today` on which a duty due on a day is reminded of. */
export function reminderDays(
  due: CalendarDate,
  { since, today, daysOff }: { readonly since: CalendarDate; readonly today: CalendarDate; readonly daysOff: ReadonlySet<CalendarDate> },
): CalendarDate[] {
  const days = daysBefore.map((count) => plusDays(due, -count));
  for (let day = addWorkingDays(due, daysBetweenLate, daysOff); day <= today; day = addWorkingDays(day, daysBetweenLate, daysOff))
    days.push(day);
  return days.filter((day) => day > since && day <= today);
}
