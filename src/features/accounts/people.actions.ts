import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { authorize } from '../../lib/policy';
import { plusElapsed } from '../../lib/time';
import { endSessionsOf } from '../../web/session.queries';
import { closeAccountAt, ensureAccount } from './account.queries';
import { accountPaths } from './account.paths';
import { recordAboutPerson } from './person.history';
import { getPerson, insertPerson } from './person.queries';
import { invitationHours } from './invitation';
import { insertInvitation } from './invitation.queries';
import { giveRole, guardLastAdministrator, type RoleWanted } from './role.actions';
import { peoplePolicy } from './role.policy';
import { insertRole } from './role.queries';
import { issueToken } from './token.queries';

export interface InvitedPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** Adds a person with a first role and invites them. Answers the person's id. */
export function invitePerson(deps: Deps, actor: Actor, invited: InvitedPerson, role: RoleWanted): Promise<string> {
  return inTransaction(deps, async (tx) => {
    authorize(peoplePolicy.invite(actor));
    const person = await insertPerson(tx, invited);
    await recordAboutPerson(tx, actor, 'accounts.addPerson', person.id);
    await giveRole(tx, actor, person, role);
    return person.id;
  });
}

/** Closes an account: nobody signs in with it any more, and every session ends. What the person did stays. */
export async function closeAccount(deps: Deps, actor: Actor, personId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    authorize(peoplePolicy.changeRoles(actor, personId));
    await guardLastAdministrator(tx, actor, personId);
    const account = await ensureAccount(tx, (await getPerson(tx.db, personId)).id);
    await closeAccountAt(tx.db, account.id, tx.clock.now());
    await endSessionsOf(tx.db, personId);
    await recordAboutPerson(tx, actor, 'accounts.closeAccount', personId);
  });
}

/** Opens a closed account again. */
export async function reopenAccount(deps: Deps, actor: Actor, personId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    authorize(peoplePolicy.changeRoles(actor, personId));
    const account = await ensureAccount(tx, (await getPerson(tx.db, personId)).id);
    await closeAccountAt(tx.db, account.id, null);
    await recordAboutPerson(tx, actor, 'accounts.reopenAccount', personId);
  });
}

/** The first administrator of a new installation. Answers the path of the link that lets them in, good for 7 days. */
export function createAdministrator(deps: Deps, invited: InvitedPerson): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const person = await insertPerson(tx, invited);
    const roleId = await insertRole(tx, { personId: person.id, role: 'administrator' });
    await recordEvent(tx, {
      action: 'accounts.grantRole',
      actor: 'system',
      subject: { kind: 'person', id: person.id },
      collaborativeId: null,
    });
    const expiresAt = plusElapsed(tx.clock.now(), { hours: invitationHours });
    await insertInvitation(tx, { personId: person.id, roleId, sentBy: null, expiresAt });
    const token = await issueToken(tx, { purpose: 'invitation', personId: person.id, email: invited.email, hours: invitationHours });
    return accountPaths.invitation({ token });
  });
}
