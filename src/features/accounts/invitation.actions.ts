import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { authorize } from '../../lib/policy';
import { dateOf, plusElapsed } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import type { StillDue } from '../../mail/still-due';
import { invitationMail, invitationTakenBackMail } from './account.emails';
import { findAccount } from './account.queries';
import { invitationHours, isOpen } from './invitation';
import { insertInvitation, isStillOpen, listInvitations, settleInvitations } from './invitation.queries';
import type { Person } from './person';
import { recipientOf } from './person.emails';
import { recordAboutPerson } from './person.history';
import { getPerson } from './person.queries';
import { isNotOver, type Role } from './role';
import { peoplePolicy } from './role.policy';
import { endRoleNow, listPlaces, listRolesOf } from './role.queries';
import { issueToken, voidTokens } from './token.queries';

type Given = Pick<Role, 'id' | 'role' | 'collaborativeId'>;

/** Mails the invitation; whoever never signed in gets a link of their own, and the one sent before is void. */
export async function invite(tx: Deps, actor: Actor, person: Person, role: Given): Promise<void> {
  const place = role.collaborativeId === null ? undefined : (await listPlaces(tx.db)).find(({ id }) => id === role.collaborativeId);
  const expiresAt = plusElapsed(tx.clock.now(), { hours: invitationHours });
  const hasAccount = (await findAccount(tx.db, person.id)) !== undefined;
  const token = hasAccount ? null : await firstLink(tx, actor, person, { roleId: role.id, expiresAt });
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
      expiresAt,
    }),
  );
}

/** Sends the invitation again, with a new link for 7 days; the link sent before is dead. For who never signed in. */
export function sendAgain(deps: Deps, actor: Actor, personId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { person, roles } = await openOf(tx, actor, personId);
    const [role] = roles;
    if (role === undefined) throw new Conflict('accounts.errors.invitationRole');
    if (person.email === null) throw new Conflict('accounts.errors.invitationAddress');
    await recordAboutPerson(tx, actor, 'accounts.inviteAgain', personId, role);
    await invite(tx, actor, person, role);
  });
}

/** Takes the invitation back: its link is dead, the roles are ended, and the person is told. For who never signed in. */
export function takeInvitationBack(deps: Deps, actor: Actor, personId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { person, roles } = await openOf(tx, actor, personId);
    const at = tx.clock.now();
    await voidTokens(tx.db, 'invitation', { person_id: personId });
    await settleInvitations(tx.db, personId, { outcome: 'taken_back', at, by: actor.id });
    for (const role of roles) await endRoleNow(tx.db, role.id, dateOf(at));
    await recordAboutPerson(tx, actor, 'accounts.takeInvitationBack', personId, roles[0]);
    if (person.email !== null) await queueEmail(tx, takenBackMail(tx, person));
  });
}

const takenBackMail = (tx: Deps, person: Person) =>
  invitationTakenBackMail({
    t: tx.translate(person.locale),
    baseUrl: tx.baseUrl,
    to: recipientOf(person),
    occurrence: tx.clock.now(),
  });

/** The person whose newest invitation nobody has answered, with the roles that are not over. Throws Conflict where there is none. */
async function openOf(tx: Deps, actor: Actor, personId: string): Promise<{ person: Person; roles: readonly Role[] }> {
  authorize(peoplePolicy.changeRoles(actor, personId));
  const person = await getPerson(tx.db, personId);
  const [newest] = await listInvitations(tx.db, personId);
  if (newest === undefined || !isOpen(newest) || (await findAccount(tx.db, personId)) !== undefined)
    throw new Conflict('accounts.errors.noInvitation');
  const today = dateOf(tx.clock.now());
  return { person, roles: (await listRolesOf(tx.db, personId)).filter((role) => isNotOver(role, today)) };
}

/** A first link in the place of the one before. */
async function firstLink(tx: Deps, actor: Actor, person: Person, given: { roleId: string; expiresAt: string }): Promise<string> {
  await voidTokens(tx.db, 'invitation', { person_id: person.id });
  await settleInvitations(tx.db, person.id, { outcome: 'replaced', at: tx.clock.now(), by: actor.id });
  await insertInvitation(tx, { personId: person.id, sentBy: actor.id, ...given });
  return issueToken(tx, { purpose: 'invitation', personId: person.id, email: person.email ?? '', hours: invitationHours });
}

/** An invitation that was taken back or replaced before it left is not sent. */
export const invitationStillDue: StillDue = {
  'account.invitation': ({ db }, mail) => {
    const [, roleId = '', personId = '', ...moment] = mail.dedupe_key.split(':');
    return isStillOpen(db, { roleId, personId, expiresAt: moment.join(':') });
  },
};
