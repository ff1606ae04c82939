import { plusElapsed, type Instant } from '../../lib/time';
import { isLive, type Meeting } from '../meetings';

/** A member who said before the roll call that they are in the room. Afterwards an arrival says so. */
export interface CheckIn {
  readonly membershipId: string;
  readonly at: Instant;
}

/** Hours before the start from which people check in. */
const opensBefore = 2;

/** From when people check in. */
export const checkInOpensAt = ({ startsAt }: Pick<Meeting, 'startsAt'>): Instant => plusElapsed(startsAt, { hours: -opensBefore });

/** From two hours before the start until the record is closed by adjourning; the first moment counts. */
export const takesCheckIns = (meeting: Pick<Meeting, 'status' | 'startsAt'>, now: Instant): boolean =>
  isLive(meeting) && now >= checkInOpensAt(meeting);
