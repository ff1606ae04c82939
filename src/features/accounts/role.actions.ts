import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict, Invalid } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { endSessionsOf } from '../../web/session.queries';
import { invite } from './invitation.actions';
import type { Person } from './person';
import { recordAboutPerson } from './person.history';
import { getPerson } from './person.queries';
import { isNotOver, isOn, isWellPlaced, type Role } from './role';
import { peoplePolicy } from './role.policy';
import { countOtherAdministrators, endRoleNow, getRole, insertRole, listRolesOf, type NewRole } from './role.queries';

export type RoleWanted = Pick<NewRole, 'role' | 'collaborativeId' | 'cycleId' | 'startsOn' | 'endsOn'>;

/** Gives a person a role and tells them. */
export async function grantRole(deps: Deps, actor: Actor, personId: string, role: RoleWanted): Promise<void> {
  await inTransaction(deps, async (tx) => {
    authorize(peoplePolicy.changeRoles(actor, personId));
    const person = await getPerson(tx.db, personId);
    const today = dateOf(tx.clock.now());
    const held = await listRolesOf(tx.db, personId);
    if (held.some((one) => isNotOver(one, today) && isSame(one, role))) throw new Conflict('accounts.errors.roleHeld');
    await giveRole(tx, actor, person, role);
  });
}

/** Ends a role today: it is gone with the person's next request, as are their sessions. */
export async function endRole(deps: Deps, actor: Actor, personId: string, roleId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const today = dateOf(tx.clock.now());
    authorize(peoplePolicy.changeRoles(actor, personId));
    const role = await getRole(tx.db, personId, roleId);
    if (!isNotOver(role, today)) throw new Conflict('errors.conflict.notNow');
    if (role.role === 'administrator' && isOn(role, today)) await guardLastAdministrator(tx, actor, personId);
    await endRoleNow(tx.db, roleId, today);
    await endSessionsOf(tx.db, personId);
    await recordAboutPerson(tx, actor, 'accounts.endRole', personId, role);
  });
}

/** Gives a role inside the caller's transaction, whose policy has allowed it; keeps the history and mails the invitation. */
export async function giveRole(tx: Deps, actor: Actor, person: Person, wanted: RoleWanted): Promise<void> {
  const role = { ...wanted, collaborativeId: wanted.collaborativeId ?? null, cycleId: wanted.cycleId ?? null };
  if (!isWellPlaced(role)) throw new Invalid('accounts.errors.rolePlace');
  const roleId = await insertRole(tx, { ...role, personId: person.id, grantedBy: actor.id });
  await recordAboutPerson(tx, actor, 'accounts.grantRole', person.id, role);
  if (person.email !== null) await invite(tx, actor, person, { ...role, id: roleId });
}

/** Refuses what would leave nobody to administer. */
export async function guardLastAdministrator(tx: Deps, actor: Actor, personId: string): Promise<void> {
  const others = await countOtherAdministrators(tx.db, personId, dateOf(tx.clock.now()));
  authorize(peoplePolicy.endAdministrator(actor, personId, others));
}

/** Ends every such role of a person inside the caller's transaction, whose policy has allowed it; their sessions end too. */
export async function endRolesFor(
  tx: Deps,
  personId: string,
  which: { role: Role['role']; collaborativeId: string; cycleId: string },
): Promise<void> {
  const today = dateOf(tx.clock.now());
  const held = (await listRolesOf(tx.db, personId)).filter((role) => isNotOver(role, today) && isSame(role, which));
  for (const role of held) await endRoleNow(tx.db, role.id, today);
  if (held.length > 0) await endSessionsOf(tx.db, personId);
}

const isSame = (held: Role, wanted: RoleWanted): boolean =>
  held.role === wanted.role && held.collaborativeId === (wanted.collaborativeId ?? null) && held.cycleId === (wanted.cycleId ?? null);
