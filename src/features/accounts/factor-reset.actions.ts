import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { recordAboutPerson } from './person.history';
import { getPerson } from './person.queries';
import { peoplePolicy } from './role.policy';
import { clearSecondFactor } from './second-factor.actions';
import { findTokensOfSubject, issueToken, spendToken, voidTokens } from './token.queries';

const resetPurpose = 'factor_reset';

/** Asks that a lost second factor be taken away; another administrator must confirm within a day. */
export async function requestFactorReset(deps: Deps, actor: Actor, personId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    authorize(peoplePolicy.changeRoles(actor, personId));
    await getPerson(tx.db, personId);
    await voidTokens(tx.db, resetPurpose, { subject_id: personId });
    await issueToken(tx, { purpose: resetPurpose, personId: actor.id ?? '', subjectId: personId, hours: 24 });
    await recordAboutPerson(tx, actor, 'accounts.requestFactorReset', personId);
  });
}

/** Confirms what another administrator asked for: the second factor goes, every session ends, the person is told. */
export async function confirmFactorReset(deps: Deps, actor: Actor, personId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const asked = await findFactorReset(tx, personId);
    if (asked === null) throw new Conflict('errors.conflict.notNow');
    authorize(peoplePolicy.confirmReset(actor, personId, asked.requestedBy));
    await spendToken(tx, { purpose: resetPurpose, hash: asked.hash, browser: actor.id ?? '' });
    await clearSecondFactor(tx, personId);
    await recordAboutPerson(tx, actor, 'accounts.confirmFactorReset', personId);
  });
}

/** The open request to reset a person's second factor, or null. */
export async function findFactorReset(deps: Deps, personId: string): Promise<{ requestedBy: string | null; hash: string } | null> {
  const now = deps.clock.now();
  const open = (await findTokensOfSubject(deps.db, resetPurpose, personId)).find((token) => token.usedAt === null && token.expiresAt > now);
  return open === undefined ? null : { requestedBy: open.personId, hash: open.hash };
}
