import { createHash } from 'node:crypto';
import { plusElapsed, type Instant } from '../lib/time';

const ladder = [1, 2, 5, 15, 30, 60];
const hourly = 60;
const giveUpAfterHours = 72;

/**
 * While the server is away the mail is asked for again within this many minutes, so that the queue is empty a quarter
 * of an hour after it comes back; a server that answers "later" is given the whole ladder.
 */
const longestWhileAway = 12;

interface Tried {
  readonly id: string;
  /** Tries so far, the one that just failed included. */
  readonly tries: number;
  readonly firstTriedAt: Instant;
}

/** When a mail is tried again: 1, 2, 5, 15, 30, 60 minutes, then hourly give or take a fifth; null after 72 hours. */
export function nextTry(tried: Tried, now: Instant, problem: 'unreachable' | 'deferred'): Instant | null {
  const step = ladder[tried.tries - 1] ?? hourly * jitter(`${tried.id}:${tried.tries}`);
  const next = plusElapsed(now, { minutes: problem === 'unreachable' ? Math.min(step, longestWhileAway) : step });
  return next > plusElapsed(tried.firstTriedAt, { hours: giveUpAfterHours }) ? null : next;
}

/** A factor from 0.8 to 1.2 that is the same each time for the same seed. */
function jitter(seed: string): number {
  return 0.8 + (0.4 * createHash('sha256').update(seed).digest().readUInt16BE(0)) / 65_535;
}
