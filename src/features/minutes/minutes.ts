import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { dateOf, plusDays, type CalendarDate, type Instant } from '../../lib/time';
import type { MinutesRecord } from './record';

export type MinutesStatus = 'drafted' | 'circulated' | 'approved';
export type MinutesEvent = 'circulate' | 'approve';

/** The words written around the record: an opening, one text for each item, a closing. */
export interface MinutesText {
  readonly opening: string;
  readonly items: Readonly<Record<string, string>>;
  readonly closing: string;
}

export interface Minutes {
  readonly id: string;
  readonly meetingId: string;
  readonly status: MinutesStatus;
  /** Frozen when compiled: what was recorded in the meeting. */
  readonly record: MinutesRecord;
  /** Edited until approved. */
  readonly text: MinutesText;
  readonly compiledAt: Instant;
  readonly circulatedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly approvedByMotion: string | null;
  readonly version: number;
}

export const minutesMachine = defineMachine<MinutesStatus, MinutesEvent>({
  drafted: { circulate: 'circulated' },
  circulated: { approve: 'approved' },
  approved: {},
});

/** Words may be changed until the minutes are approved; then they are locked. Throws Conflict. */
export function rewrite(minutes: Minutes, text: MinutesText): Minutes {
  if (minutes.status === 'approved') throw new Conflict('minutes.errors.locked');
  return { ...minutes, text };
}

export const circulate = (minutes: Minutes, at: Instant): Minutes => ({
  ...minutes,
  status: minutesMachine.next(minutes.status, 'circulate'),
  circulatedAt: at,
});

/** The passed motion approves and locks the minutes. */
export const approve = (minutes: Minutes, motionId: string, at: Instant): Minutes => ({
  ...minutes,
  status: minutesMachine.next(minutes.status, 'approve'),
  approvedAt: at,
  approvedByMotion: motionId,
});

/** The last day on which minutes are in time; `days` is the collaborative's setting. */
export const minutesDueOn = (adjournedAt: Instant, days: number): CalendarDate => plusDays(dateOf(adjournedAt), days);

/**
 * The day (counted from the meeting's) whose reminder stands: three days before the minutes are due, when they are, then
 * weekly; null before the first.
 */
export function reminderDay(daysSince: number, dueDays: number): number | null {
  const first = Math.max(0, dueDays - 3);
  if (daysSince < first) return null;
  return daysSince < dueDays ? first : dueDays + 7 * Math.floor((daysSince - dueDays) / 7);
}
