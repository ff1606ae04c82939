import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { visitor, type Actor } from '../../lib/actor';
import { plusElapsed, type Instant } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { forgive, giveBack, limit, limitGrowing, type Limit } from '../../web/limits';
import { hasSecondFactor } from './account';
import { noAccountMail, resetMail, signInMail } from './account.emails';
import { ensureAccount, findAccount, listPasswordsAt, markSignIn } from './account.queries';
import { settleInvitations } from './invitation.queries';
import type { Hasher } from './password-hasher';
import { calledName, type Person } from './person';
import { recipientOf } from './person.emails';
import { findPerson, listPeopleAt, markEmailVerified } from './person.queries';
import { minutesOfLink, minutesOfReset, type Token } from './token';
import { issueTokenWithCode, peekTokenHash, spendToken, voidTokens } from './token.queries';

export interface Asked {
  readonly email: string;
  /** The client's address, for the limits. */
  readonly client: string;
  readonly locale: string;
  readonly returnTo?: string;
}

/** Who came in, and whether they have still to give their second factor. */
export interface SignedIn {
  readonly personId: string;
  readonly factorDue: boolean;
  readonly returnTo: string | null;
}

/**
 * Sends the link and the six digits, and answers the id of the token. An address we do not know gets a mail that says so:
 * the same work and the same answer for both, and nobody waits in vain for a mail to the wrong one of their addresses.
 */
export async function requestLink(deps: Deps, asked: Asked): Promise<string> {
  await limitMails(deps, 'sign-in', asked);
  return inTransaction(deps, async (tx) => {
    const [person] = await listPeopleAt(tx.db, asked.email);
    const address = person?.email ?? asked.email;
    const link = await issueTokenWithCode(tx, { purpose: 'sign_in', email: address, hours: minutesOfLink / 60, returnTo: asked.returnTo });
    const around = aroundOf(tx, asked, person, minutesOfLink);
    await queueEmail(
      tx,
      person === undefined
        ? noAccountMail({ ...around, tokenId: link.id })
        : signInMail({ ...around, tokenId: link.id, token: link.token, code: link.code }),
    );
    return link.id;
  });
}

/** Sends a link to set a new password; the ones sent before are void. Unknown addresses as in `requestLink`. */
export async function requestReset(deps: Deps, asked: Asked): Promise<void> {
  await limitMails(deps, 'reset', asked);
  await inTransaction(deps, async (tx) => {
    const [person] = await listPeopleAt(tx.db, asked.email);
    const address = person?.email ?? asked.email;
    await voidTokens(tx.db, 'reset_password', { email: address });
    const link = await issueTokenWithCode(tx, { purpose: 'reset_password', email: address, hours: minutesOfReset / 60 });
    const around = aroundOf(tx, asked, person, minutesOfReset);
    await queueEmail(
      tx,
      person === undefined ? noAccountMail({ ...around, tokenId: link.id }) : resetMail({ ...around, tokenId: link.id, token: link.token }),
    );
  });
}

/** Whom a token lets in: the person it names, or everybody who shares its address. */
export async function listPeopleOfToken(db: Db, token: Token): Promise<Person[]> {
  const people = await listPeopleAt(db, token.email ?? '');
  return token.personId === null ? people : people.filter((person) => person.id === token.personId);
}

interface LinkUse {
  readonly purpose: string;
  readonly hash: string;
  readonly browser: string;
  /** Who of those sharing the address; not needed for one alone. */
  readonly personId: string;
}

/** Spends a link (or its digits) and signs the person in; null when it is no longer good or nobody was chosen. */
export function signInByToken(deps: Deps, use: LinkUse): Promise<SignedIn | null> {
  return inTransaction(deps, async (tx) => {
    const token = await peekTokenHash(tx.db, use, tx.clock.now());
    const people = token === undefined ? [] : await listPeopleOfToken(tx.db, token);
    const person = people.length === 1 ? people[0] : people.find(({ id }) => id === use.personId);
    if (token === undefined || person === undefined || (await spendToken(tx, use)) === undefined) return null;
    return enter(tx, person, { provesEmail: true, returnTo: token.returnTo });
  });
}

interface PasswordUse {
  readonly email: string;
  readonly password: string;
  readonly client: string;
}

/**
 * Signs in by password; null when it is wrong. Tries are counted before anything is hashed, the client's first, so that
 * many at once reach the hasher no more often than the limit says.
 */
export async function signInByPassword(deps: Deps, hasher: Hasher, use: PasswordUse): Promise<SignedIn | null> {
  const [byClient, byAccount] = passwordLimits(use);
  await limit(deps, byClient);
  await limitGrowing(deps, byAccount);
  const personId = await ownerOf(deps, hasher, use);
  const person = personId === undefined ? undefined : await findPerson(deps.db, personId);
  if (person === undefined) {
    deps.logger.warn('sign-in refused', { way: 'password' });
    return null;
  }
  await giveBack(deps, byClient);
  await forgive(deps, byAccount);
  return inTransaction(deps, (tx) => enter(tx, person, { provesEmail: false, returnTo: null }));
}

const passwordLimits = ({ email, client }: PasswordUse): readonly [Limit, Limit] => [
  { name: 'password-client', key: client, points: 100, seconds: 24 * 3600 },
  { name: 'password', key: email.toLowerCase(), points: 10, seconds: 15 * 60 },
];

async function ownerOf(deps: Deps, hasher: Hasher, { email, password }: PasswordUse): Promise<string | undefined> {
  const accounts = await listPasswordsAt(deps.db, email);
  if (accounts.length === 0) await hasher.verify(null, password);
  for (const account of accounts) if (await hasher.verify(account.passwordHash, password)) return account.personId;
  return undefined;
}

async function enter(tx: Deps, person: Person, how: { provesEmail: boolean; returnTo: string | null }): Promise<SignedIn> {
  const now = tx.clock.now();
  const account = await ensureAccount(tx, person.id);
  await markSignIn(tx.db, person.id, now);
  await settleInvitations(tx.db, person.id, { outcome: 'accepted', at: now, by: person.id });
  if (how.provesEmail && (await markEmailVerified(tx.db, person.id, now)) === 1) await recordProof(tx, person);
  tx.logger.info('signed in', { person: person.id });
  return { personId: person.id, factorDue: hasSecondFactor(account), returnTo: how.returnTo };
}

const recordProof = (tx: Deps, person: Person): Promise<void> =>
  recordEvent(tx, {
    action: 'accounts.proveEmail',
    actor: asThemselves(person),
    subject: { kind: 'person', id: person.id },
    collaborativeId: null,
  });

/** A person acting for themselves before a session knows them. */
export const asThemselves = (person: Person): Actor => ({
  ...visitor(person.locale),
  id: person.id,
  name: calledName(person),
  email: person.email,
});

/** Whether this person has a password, for the account page. */
export const hasPassword = async (db: Db, personId: string): Promise<boolean> => (await findAccount(db, personId))?.passwordHash != null;

async function limitMails(deps: Deps, name: string, { email, client }: Asked): Promise<void> {
  await limit(deps, { name: `${name}-client`, key: client, points: 20, seconds: 3600 });
  await limit(deps, { name: `${name}-address`, key: email.toLowerCase(), points: 3, seconds: 3600 });
}

function aroundOf(tx: Deps, asked: Asked, person: Person | undefined, minutes: number) {
  const to = person === undefined ? { personId: null, name: '', address: asked.email, locale: asked.locale } : recipientOf(person);
  const expiresAt: Instant = plusElapsed(tx.clock.now(), { minutes });
  return { t: tx.translate(to.locale), baseUrl: tx.baseUrl, to, expiresAt };
}
