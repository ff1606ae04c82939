import { onWallClock, plusElapsed, toInstant, type Instant } from '../lib/time';

/** When a reminder goes out. */
export interface ReminderTiming {
  /** It is not sent when its moment passed longer ago than this: late news is no news. */
  readonly windowHours: number;
  /** Only for what must not wait until the morning: cancellations, special notices, "in two hours", "4 hours left". */
  readonly mayComeAtNight: boolean;
}

const nightBegins = 21;
const nightEnds = 8;

/** The moment moved out of the night: from 21:00 to 08:00 on the district's wall clock nobody is written to. */
export function afterTheNight(moment: Instant): Instant {
  const local = onWallClock(moment);
  if (local.hour >= nightEnds && local.hour < nightBegins) return moment;
  const morning = local.hour >= nightBegins ? local.plus({ days: 1 }) : local;
  return toInstant(morning.set({ hour: nightEnds, minute: 0, second: 0, millisecond: 0 }));
}

/** Whether a reminder meant for `moment` is to be sent now: its time has come, and its window is not over. */
export function isDue(moment: Instant, now: Instant, timing: ReminderTiming): boolean {
  const sendAt = timing.mayComeAtNight ? moment : afterTheNight(moment);
  const isNight = !timing.mayComeAtNight && afterTheNight(now) !== now;
  return !isNight && sendAt <= now && now < plusElapsed(sendAt, { hours: timing.windowHours });
}
