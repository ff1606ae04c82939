import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { FieldError, FormErrors } from '../../lib/form';
import { queueEmail } from '../../mail/queue-email';
import { limit } from '../../web/limits';
import { endSessionsOf } from '../../web/session.queries';
import { hasSecondFactor } from './account';
import { changeNotice, type Change } from './account.emails';
import { ensureAccount, findAccount, savePasswordHash } from './account.queries';
import { passwordFault } from './password';
import type { Hasher } from './password-hasher';
import type { Person } from './person';
import { recipientOf } from './person.emails';
import { getPerson } from './person.queries';
import { asThemselves, listPeopleOfToken } from './sign-in.actions';
import { peekTokenHash, spendToken, voidTokens } from './token.queries';

interface ResetUse {
  readonly hash: string;
  readonly browser: string;
  readonly personId: string;
  readonly password: string;
}

export type PasswordSet = 'done' | 'link_over' | FormErrors;

/** Sets a new password by the mailed link: ends every session and tells the person; signs nobody in (reliability.md 4.5). */
export async function resetPassword(deps: Deps, hasher: Hasher, use: ResetUse): Promise<PasswordSet> {
  const wanted = { purpose: 'reset_password', hash: use.hash, browser: use.browser };
  const token = await peekTokenHash(deps.db, wanted, deps.clock.now());
  const people = token === undefined ? [] : await listPeopleOfToken(deps.db, token);
  const person = people.length === 1 ? people[0] : people.find(({ id }) => id === use.personId);
  if (token === undefined || people.length === 0) return 'link_over';
  if (person === undefined) return { person: { key: 'accounts.errors.choosePerson', values: {} } };
  const error = await faultFor(deps, person, use.password);
  if (error !== null) return { password: error };
  const hash = await hasher.hash(use.password);
  return inTransaction(deps, async (tx): Promise<PasswordSet> => {
    if ((await spendToken(tx, wanted)) === undefined) return 'link_over';
    await keepPassword(tx, person, hash);
    await endSessionsOf(tx.db, person.id);
    return 'done';
  });
}

interface PasswordChange {
  readonly current: string;
  readonly password: string;
  /** Hash of the session that stays. */
  readonly keepSession: string;
}

/** Changes the password from the account page: asks for the present one, ends all other sessions, tells the person. */
export async function changePassword(deps: Deps, hasher: Hasher, personId: string, change: PasswordChange): Promise<FormErrors | null> {
  const person = await getPerson(deps.db, personId);
  const account = await findAccount(deps.db, personId);
  const stored = account?.passwordHash ?? null;
  await limit(deps, { name: 'password-change', key: personId, points: 10, seconds: 15 * 60 });
  if (stored !== null && !(await hasher.verify(stored, change.current)))
    return { current: { key: 'accounts.errors.passwordWrong', values: {} } };
  const error = await faultFor(deps, person, change.password);
  if (error !== null) return { password: error };
  const hash = await hasher.hash(change.password);
  await inTransaction(deps, async (tx) => {
    await keepPassword(tx, person, hash);
    await endSessionsOf(tx.db, personId, change.keepSession);
  });
  return null;
}

/** Tells a person of a change of what they sign in with, at the address given or their own. */
export async function tellOfChange(tx: Deps, person: Person, change: Change, address: string | null = person.email): Promise<void> {
  const at = tx.clock.now();
  const to = { ...recipientOf(person), address: address ?? '' };
  await queueEmail(tx, changeNotice({ t: tx.translate(person.locale), baseUrl: tx.baseUrl, to, change, at, occurrence: tx.newId() }));
}

/** Says to the mailbox before that the address changed, with the link that takes it back. */
export async function tellOldMailbox(tx: Deps, person: Person, undo: string): Promise<void> {
  const around = { t: tx.translate(person.locale), baseUrl: tx.baseUrl, to: recipientOf(person) };
  await queueEmail(tx, changeNotice({ ...around, change: 'email', at: tx.clock.now(), occurrence: tx.newId(), undo }));
}

async function faultFor(deps: Deps, person: Person, password: string): Promise<FieldError | null> {
  const account = await findAccount(deps.db, person.id);
  return passwordFault(password, {
    name: person.name,
    email: person.email,
    hasSecondFactor: account !== undefined && hasSecondFactor(account),
  });
}

async function keepPassword(tx: Deps, person: Person, hash: string): Promise<void> {
  const account = await ensureAccount(tx, person.id);
  await savePasswordHash(tx.db, account.id, hash, tx.clock.now());
  if (person.email !== null) await voidTokens(tx.db, 'reset_password', { email: person.email });
  await recordEvent(tx, {
    action: 'accounts.setPassword',
    actor: asThemselves(person),
    subject: { kind: 'person', id: person.id },
    collaborativeId: null,
  });
  await tellOfChange(tx, person, 'password');
}
