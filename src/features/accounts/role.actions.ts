import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict, Invalid } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { authorize } from '../../lib/policy';
import { dateOf, plusElapsed } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { endSessionsOf } from '../../web/session.queries';
import { invitationMail } from './account.emails';
import { findAccount } from './account.queries';
import type { Person } from './person';
import { recipientOf } from './person.emails';
import { recordAboutPerson } from './person.history';
import { getPerson } from './person.queries';
import { isNotOver, isOn, isWellPlaced, type Role } from './role';
import { peoplePolicy } from './role.policy';
import { countOtherAdministrators, endRoleNow, getRole, insertRole, listPlaces, listRolesOf, type NewRole } from './role.queries';
import { issueToken, voidTokens } from './token.queries';

export const invitationHours = 7 * 24;

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
  if (person.email !== null) await invite(tx, person, { ...role, id: roleId });
}

/** Mails the invitation; whoever never signed in gets a link of their own, and the one sent before is void. */
async function invite(tx: Deps, person: Person, role: Pick<Role, 'id' | 'role' | 'collaborativeId'>): Promise<void> {
  const account = await findAccount(tx.db, person.id);
  const place = role.collaborativeId === null ? undefined : (await listPlaces(tx.db)).find(({ id }) => id === role.collaborativeId);
  let token: string | null = null;
  if (account === undefined && person.email !== null) {
    await voidTokens(tx.db, 'invitation', { person_id: person.id });
    token = await issueToken(tx, { purpose: 'invitation', personId: person.id, email: person.email, hours: invitationHours });
  }
  await queueEmail(
    tx,
    invitationMail({
      t: tx.translate(person.locale),
      baseUrl: tx.baseUrl,
      to: recipientOf(person),
      role: role.role,
      place: place === undefined ? null : inLocale(place.name, person.locale),
      token,
      roleId: role.id,
      expiresAt: plusElapsed(tx.clock.now(), { hours: invitationHours }),
    }),
  );
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
