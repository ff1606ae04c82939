import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { dateOf, type Instant } from '../../lib/time';
import { loadActor } from './actor.queries';

export { mustProveSecondFactor, type Account } from './account';
export { ensureAccount, findAccount } from './account.queries';
export { accountPaths } from './account.paths';
export { accountRoutes } from './accounts.routes';
export { loadActor } from './actor.queries';
export { beginSession, signInAs } from './passport';
export { passwordHasher, type Hasher } from './password-hasher';
export { calledName, findText, searchTexts, type AccessNeeds, type Person } from './person';
export { recipientOf } from './person.emails';
export { formPage, type WordPageView } from './form-page.views';
export { findPerson, getPerson, insertPerson, listPeopleAt, listRecipients, savePerson, type NewPerson } from './person.queries';
export { returnPath, sitePath } from './return-path';
export { isNotOver, roleNames, type Role } from './role';
export { createAdministrator } from './people.actions';
export { forgetExpired } from './expiry.actions';
export { invitationStillDue } from './invitation.actions';
export { endRolesFor, giveRole } from './role.actions';
export { endRoleNow, insertRole, listColleagues, listPeopleInRole, listPeopleWithRole, listRolesOf, willHold } from './role.queries';
export { requireSecondFactor } from './second-factor.routes';
export { standInsOn } from './stand-in.queries';
export type { Token } from './token';
export { deleteExpiredTokens, issueToken, peekToken, peekTokenHash, spendToken, voidTokens } from './token.queries';

/** Who a session belongs to, as of now; null when the account is closed. */
export const loadSessionActor = (
  deps: Deps,
  personId: string,
  now: Instant,
  openedApplicationIds: readonly string[],
): Promise<Actor | null> => loadActor(deps.reads, personId, dateOf(now), openedApplicationIds);
