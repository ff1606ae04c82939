import type { CalendarDate } from '../../lib/time';

/** A time away from a seat; both days are days in Los Angeles and count. Without `endsOn` its end is not known yet. */
export interface Leave {
  readonly id: string;
  readonly membershipId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  /** Private: for the staff of the collaborative alone. */
  readonly reason: string;
}

type Days = Pick<Leave, 'startsOn' | 'endsOn'>;

/** Whether a leave covers a day: from its first to its last day. */
export const covers = ({ startsOn, endsOn }: Days, date: CalendarDate): boolean => startsOn <= date && (endsOn === null || date <= endsOn);

/** Whether two leaves share a day. */
export const leavesOverlap = (a: Days, b: Days): boolean =>
  (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);

/** A leave that ends on `lastDay`; null when that lies before its first day: it never was. */
export const cutShort = (leave: Leave, lastDay: CalendarDate): Leave | null =>
  lastDay < leave.startsOn ? null : { ...leave, endsOn: lastDay };
