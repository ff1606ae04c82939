import { plusElapsed, type Instant } from '../../lib/time';
import { calendarFields, type Meeting } from './meeting';

/** Time and place as the readers know them. */
export type Known = Pick<Meeting, (typeof calendarFields)[number]>;

/** Edits that nobody was told of yet: since when, and what the readers still believe. */
export interface Untold {
  readonly since: Instant;
  readonly was: Known;
}

/** Edits within so many minutes of the first are told in one mail (domain.md 9). */
export const foldMinutes = 15;

/** With less than two hours to go nobody waits. */
const hurryHours = 2;

export const knownOf = ({ startsAt, endsAt, place, address, room, remoteUrl, remotePhone }: Known): Known => ({
  startsAt,
  endsAt,
  place,
  address,
  room,
  remoteUrl,
  remotePhone,
});

/** When the one mail goes out; undefined: at once, since the meeting, as it was or is, is near. */
export function tellsAt({ since, was }: Untold, { startsAt }: Pick<Meeting, 'startsAt'>, now: Instant): Instant | undefined {
  const first = was.startsAt < startsAt ? was.startsAt : startsAt;
  return first <= plusElapsed(now, { hours: hurryHours }) ? undefined : plusElapsed(since, { minutes: foldMinutes });
}
