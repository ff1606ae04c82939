import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { needsSecondFactor, type Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { readableCode } from '../../lib/ids';
import { seal, sha256, unseal } from '../../lib/secret';
import { forgive, limit, type Limit } from '../../web/limits';
import { endSessionsOf } from '../../web/session.queries';
import type { Account } from './account';
import { hasSecondFactor } from './account';
import { ensureAccount, findAccount, replaceRecoveryCodes, saveAuthenticator, useRecoveryCode, useStep } from './account.queries';
import { tellOfChange } from './password.actions';
import { getPerson } from './person.queries';
import { digitsOf, matchingStep, newSeed, recoveryCodeCount } from './second-factor';
import { asThemselves } from './sign-in.actions';

type Person = Actor & { readonly id: string };

/** A seed for setting up an authenticator, sealed: it waits in the session until a code proves that the app has it. */
export const beginSetUp = (deps: Deps): string => seal(newSeed(), deps.config.secret);

export const seedOf = (deps: Deps, sealed: string): string => unseal(sealed, deps.config.secret);

/** Whether this is the person's present code, or an unused recovery code. Five tries in 15 minutes, each code once. */
export async function proveSecondFactor(deps: Deps, personId: string, typed: string): Promise<boolean> {
  const tries = factorLimit(personId);
  await limit(deps, tries);
  const isRight = await inTransaction(deps, async (tx) => {
    const account = await findAccount(tx.db, personId);
    return (
      account !== undefined && account.closedAt === null && ((await useCode(tx, account, typed)) || (await useRecovery(tx, account, typed)))
    );
  });
  if (isRight) await forgive(deps, tries);
  else deps.logger.warn('second factor refused', { person: personId });
  return isRight;
}

/** Turns the authenticator on once its code is right. Answers the recovery codes, to be shown this once; null when it is not. */
export async function confirmSetUp(deps: Deps, actor: Person, setUp: { sealed: string; code: string }): Promise<readonly string[] | null> {
  const tries = factorLimit(actor.id);
  await limit(deps, tries);
  const step = matchingStep(seedOf(deps, setUp.sealed), digitsOf(setUp.code), deps.clock.now());
  if (step === undefined) return null;
  await forgive(deps, tries);
  return inTransaction(deps, async (tx) => {
    const account = await ensureAccount(tx, actor.id);
    await saveAuthenticator(tx.db, account.id, setUp.sealed, tx.clock.now());
    await useStep(tx.db, account.id, step);
    await record(tx, actor.id, 'accounts.setSecondFactor');
    await tellOfChange(tx, await getPerson(tx.db, actor.id), 'secondFactorOn');
    return newRecoveryCodes(tx, account.id);
  });
}

/** Makes ten new recovery codes; the old ones no longer work. */
export function renewRecoveryCodes(deps: Deps, actor: Person): Promise<readonly string[]> {
  return inTransaction(deps, async (tx) => {
    const account = await findAccount(tx.db, actor.id);
    if (account === undefined || !hasSecondFactor(account)) throw new Conflict('errors.conflict.notNow');
    await record(tx, actor.id, 'accounts.renewRecoveryCodes');
    await tellOfChange(tx, await getPerson(tx.db, actor.id), 'recoveryCodes');
    return newRecoveryCodes(tx, account.id);
  });
}

/** Turns the second factor off, for whoever is not required to have one. */
export async function removeSecondFactor(deps: Deps, actor: Person): Promise<void> {
  if (needsSecondFactor(actor)) throw new Conflict('accounts.errors.factorRequired');
  await inTransaction(deps, (tx) => clearSecondFactor(tx, actor.id));
}

/** Takes the second factor away and ends every session, so that the person sets up a new one. */
export async function clearSecondFactor(tx: Deps, personId: string): Promise<void> {
  const account = await ensureAccount(tx, personId);
  await saveAuthenticator(tx.db, account.id, null, null);
  await replaceRecoveryCodes(tx, account.id, []);
  await record(tx, personId, 'accounts.removeSecondFactor');
  await tellOfChange(tx, await getPerson(tx.db, personId), 'secondFactorOff');
  await endSessionsOf(tx.db, personId);
}

async function useCode(tx: Deps, account: Account, typed: string): Promise<boolean> {
  if (account.totpSealed === null || account.totpConfirmedAt === null) return false;
  const step = matchingStep(seedOf(tx, account.totpSealed), digitsOf(typed), tx.clock.now());
  return step !== undefined && useStep(tx.db, account.id, step);
}

const useRecovery = (tx: Deps, account: Account, typed: string): Promise<boolean> =>
  useRecoveryCode(tx.db, account.id, recoveryHash(tx, account.id, typed), tx.clock.now());

async function newRecoveryCodes(tx: Deps, accountId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => readableCode());
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => recoveryHash(tx, accountId, code)),
  );
  return codes;
}

const recoveryHash = (deps: Deps, accountId: string, code: string): string =>
  sha256(`${deps.config.secret}:${accountId}:${digitsOf(code).toUpperCase()}`);

const factorLimit = (personId: string): Limit => ({ name: 'second-factor', key: personId, points: 5, seconds: 15 * 60 });

async function record(
  tx: Deps,
  personId: string,
  action: 'accounts.setSecondFactor' | 'accounts.removeSecondFactor' | 'accounts.renewRecoveryCodes',
): Promise<void> {
  const person = await getPerson(tx.db, personId);
  await recordEvent(tx, { action, actor: asThemselves(person), subject: { kind: 'person', id: personId }, collaborativeId: null });
}
