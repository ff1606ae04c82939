import { isDemo } from '../config';
import type { Deps } from '../deps';
import { AppError } from '../lib/errors';
import { sha256 } from '../lib/secret';
import { hoursBetween, plusElapsed, type Instant } from '../lib/time';
import { countTry, deleteLimits, setLimitEnd, takeBackTry } from './limit.queries';

/** So many tries (`points`) in so many seconds, counted apart for each key (an address, a client, an account). */
export interface Limit {
  readonly name: string;
  readonly key: string;
  readonly points: number;
  readonly seconds: number;
}

/** 429: says how many minutes to wait. Never a lock for good. */
export class TooMany extends AppError {
  constructor(minutes: number) {
    super(429, 'errors.tooMany.lead', { minutes });
  }
}

/** Counts one try before the work is done; throws TooMany beyond the limit. Refuses (by its error) when the database is away. */
export async function limit(deps: Deps, wanted: Limit): Promise<{ readonly isLast: boolean }> {
  const now = deps.clock.now();
  const points = allowedPoints(deps, wanted);
  const counted = await countTry(deps.db, keyOf(wanted), now, plusElapsed(now, { seconds: wanted.seconds }));
  if (counted.points > points) throw new TooMany(minutesUntil(counted.ends_at, now));
  return { isLast: counted.points === points };
}

/**
 * Like `limit`, and each window that is used up doubles the next wait within a day: 15, 30, 60 minutes … at most 4 hours,
 * so that guessing slows down and nobody is locked out for good (reliability.md 4.6).
 */
export async function limitGrowing(deps: Deps, wanted: Limit): Promise<void> {
  const { isLast } = await limit(deps, wanted);
  if (!isLast) return;
  const now = deps.clock.now();
  const rounds = await countTry(deps.db, keyOf(roundsOf(wanted)), now, plusElapsed(now, { hours: 24 }));
  const seconds = Math.min(wanted.seconds * 2 ** (rounds.points - 1), 4 * 3600);
  await setLimitEnd(deps.db, keyOf(wanted), plusElapsed(now, { seconds }));
}

/** Takes one counted try back, when it proved honest. */
export const giveBack = (deps: Deps, wanted: Limit): Promise<number> => takeBackTry(deps.db, keyOf(wanted));

/** Forgets the tries counted for this key. */
export const forgive = (deps: Deps, wanted: Limit): Promise<number> => deleteLimits(deps.db, [keyOf(wanted), keyOf(roundsOf(wanted))]);

const keyOf = ({ name, key }: Limit): string => sha256(`${name}:${key}`);

const roundsOf = (wanted: Limit): Limit => ({ ...wanted, name: `${wanted.name}-rounds` });

/** A demonstration is shown to many from one machine. */
const allowedPoints = (deps: Deps, { points }: Limit): number => (isDemo(deps.config) ? points * 20 : points);

const minutesUntil = (end: Instant, now: Instant): number => Math.max(1, Math.ceil(hoursBetween(now, end) * 60));
