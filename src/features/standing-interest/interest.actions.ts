import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { seal, unseal } from '../../lib/secret';
import { hoursBetween } from '../../lib/time';
import { issueToken } from '../accounts';
import { closingEnd, type Cycle } from '../cycles';
import type { StandingInterest } from './interest';
import { endInterests } from './interest.queries';
import { interestPaths } from './interest.paths';

export const againPurpose = 'interest.again';

/** The absolute link that begins the next application with the last answers; good until the cycle closes. */
export async function againLink(tx: Deps, interest: StandingInterest, cycle: Cycle): Promise<string> {
  const hours = Math.max(24, Math.ceil(hoursBetween(tx.clock.now(), closingEnd(cycle))));
  const token = await issueToken(tx, { purpose: againPurpose, subjectId: interest.id, hours });
  return tx.baseUrl + interestPaths.again({ token });
}

const leavePrefix = 'interest.leave:';

/** The absolute address of the one-click leave: it holds the address it is for, sealed. */
export const leaveLink = (deps: Pick<Deps, 'config' | 'baseUrl'>, email: string): string =>
  deps.baseUrl + interestPaths.leave({ token: seal(leavePrefix + email, deps.config.secret) });

/** The address that asks to be left alone. Throws NotFound for anything that is not of ours. */
export function leaverIn(deps: Pick<Deps, 'config'>, token: string): string {
  const text = openedOrNothing(token, deps.config.secret);
  if (!text.startsWith(leavePrefix)) throw new NotFound();
  return text.slice(leavePrefix.length);
}

/** Ends every interest of the address; once more changes nothing. */
export async function leave(deps: Deps, token: string): Promise<void> {
  const email = leaverIn(deps, token);
  await inTransaction(deps, (tx) => endInterests(tx.db, { email }, tx.clock.now()));
}

function openedOrNothing(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}
