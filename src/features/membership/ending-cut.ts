import { plusDays, type CalendarDate } from '../../lib/time';
import type { Office } from './office';

/**
 * Until when an office lasts that is given back: as before, or to the day before somebody else begins in it. Undefined when nothing of
 * it is left; null: as long as the membership.
 */
export function givenBackUntil(
  was: Pick<Office, 'startsOn' | 'endsOn'>,
  nextStartsOn: CalendarDate | undefined,
): CalendarDate | null | undefined {
  const free = nextStartsOn === undefined ? null : plusDays(nextStartsOn, -1);
  const until = free === null || (was.endsOn !== null && was.endsOn < free) ? was.endsOn : free;
  return until !== null && until < was.startsOn ? undefined : until;
}
