import { DateTime } from 'luxon';
import type { Clock } from '../../src/lib/clock';
import { toInstant } from '../../src/lib/time';

/** How many times faster than the machine's the test's clock runs: a lease of 120 seconds is over in 1.2. */
const speed = 100;

/** A clock that several processes share: fast, from the same beginning (milliseconds of the epoch). */
export const fastClock = (epochMs: number): Clock => ({
  now: () => toInstant(DateTime.fromMillis(epochMs + (Date.now() - epochMs) * speed)),
});
