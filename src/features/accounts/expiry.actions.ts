import type { Deps } from '../../deps';
import { plusElapsed } from '../../lib/time';
import { deleteEndedLimits } from '../../web/limit.queries';
import { deleteExpiredSessions } from '../../web/session.queries';
import { deleteExpiredTokens } from './token.queries';

/** Throws away sessions and tokens a day after their end, and limits that are over (reliability.md 4.12). */
export async function forgetExpired(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const dayAgo = plusElapsed(now, { hours: -24 });
  await deleteExpiredSessions(deps.db, dayAgo);
  await deleteExpiredTokens(deps.db, dayAgo);
  await deleteEndedLimits(deps.db, dayAgo);
}
