import { plusDays, type CalendarDate } from '../../lib/time';

/** Three days before the meeting, or today when that is over; none when the meeting is today. */
export function usualAskBy(date: CalendarDate, today: CalendarDate): CalendarDate | null {
  const usual = plusDays(date, -3);
  if (usual >= today) return usual;
  return today < date ? today : null;
}
