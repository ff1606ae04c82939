import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { plusElapsed } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { limit } from '../../web/limits';
import { emailChangeMail } from './account.emails';
import { hoursToConfirm, hoursToUndo, stopPurpose, undoPurpose } from './email-stop';
import { tellOfChange, tellOldMailbox } from './password.actions';
import type { Person } from './person';
import { recipientOf } from './person.emails';
import { getPerson, savePerson } from './person.queries';
import { asThemselves } from './sign-in.actions';
import type { Token } from './token';
import { findTokensOfSubject, issueToken, issueTokenWithCode, peekTokenHash, spendToken, voidTokens } from './token.queries';

type SignedIn = Actor & { readonly id: string };

export type Profile = Pick<Person, 'name' | 'preferredName' | 'pronouns' | 'phone' | 'locale'> & { readonly version: number };

/** Saves what a person says of themselves. */
export async function saveProfile(deps: Deps, actor: SignedIn, profile: Profile): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const person = await getPerson(tx.db, actor.id);
    if (person.version !== profile.version) throw new Conflict();
    await savePerson(tx.db, { ...person, ...profile });
    await recordEvent(tx, { action: 'accounts.changeProfile', actor, subject: { kind: 'person', id: actor.id }, collaborativeId: null });
  });
}

/** Keeps the language a person chose. */
export async function chooseLanguage(deps: Deps, personId: string, locale: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const person = await getPerson(tx.db, personId);
    if (person.locale !== locale) await savePerson(tx.db, { ...person, locale });
  });
}

const oldBox = 'email_change_old';
const newBox = 'email_change_new';
export const emailChangePurposes = [oldBox, newBox] as const;

/** Begins a change of address: a link goes to the new mailbox and, where there is one, to the old; an earlier request is void. */
export async function requestEmailChange(deps: Deps, actor: SignedIn, wanted: { email: string; client: string }): Promise<void> {
  await limit(deps, { name: 'verify-client', key: wanted.client, points: 20, seconds: 3600 });
  await limit(deps, { name: 'verify-address', key: wanted.email.toLowerCase(), points: 3, seconds: 3600 });
  await inTransaction(deps, async (tx) => {
    const person = await getPerson(tx.db, actor.id);
    for (const purpose of [...emailChangePurposes, stopPurpose]) await voidTokens(tx.db, purpose, { person_id: actor.id });
    const subjectId = tx.newId();
    await sendChangeLink(tx, person, { purpose: newBox, newAddress: wanted.email, subjectId });
    if (person.email !== null) await sendChangeLink(tx, person, { purpose: oldBox, newAddress: wanted.email, subjectId });
    await recordEvent(tx, {
      action: 'accounts.requestEmailChange',
      actor,
      subject: { kind: 'person', id: actor.id },
      collaborativeId: null,
    });
  });
}

/** The link of an address change by its hash, whichever mailbox it came from. */
export async function peekEmailChange(deps: Deps, hash: string, browser: string | null = null): Promise<Token | undefined> {
  const now = deps.clock.now();
  for (const purpose of emailChangePurposes) {
    const token = await peekTokenHash(deps.reads, { purpose, hash, browser }, now);
    if (token !== undefined) return token;
  }
  return undefined;
}

/** Confirms one mailbox; the address changes when both have been. `over`: the link is no longer good. */
export function confirmEmailChange(deps: Deps, use: { hash: string; browser: string }): Promise<'over' | 'other_box' | 'changed'> {
  return inTransaction(deps, async (tx) => {
    const found = await peekEmailChange({ ...tx, reads: tx.db }, use.hash, use.browser);
    if (found?.personId == null || found.email === null || found.subjectId === null) return 'over';
    if ((await spendToken(tx, { ...use, purpose: found.purpose })) === undefined) return 'over';
    const other = found.purpose === newBox ? oldBox : newBox;
    const others = await findTokensOfSubject(tx.db, other, found.subjectId);
    const person = await getPerson(tx.db, found.personId);
    const outcome = outcomeOf(person, found.email, others);
    if (outcome !== 'changed') return outcome;
    await voidTokens(tx.db, stopPurpose, { person_id: found.personId });
    await changeEmail(tx, person, found.email);
    return 'changed';
  });
}

/** One mailbox alone is enough only where there was none before: the link to the other may be gone because it was stopped. */
function outcomeOf(person: Person, email: string, others: readonly Token[]): 'over' | 'other_box' | 'changed' {
  if (others.some((token) => token.usedAt === null)) return 'other_box';
  return person.email === null || person.email === email || others.length > 0 ? 'changed' : 'over';
}

async function changeEmail(tx: Deps, person: Person, email: string): Promise<void> {
  if (person.email === email) return;
  await savePerson(tx.db, { ...person, email, emailVerifiedAt: tx.clock.now() });
  await recordEvent(tx, {
    action: 'accounts.changeEmail',
    actor: asThemselves(person),
    subject: { kind: 'person', id: person.id },
    collaborativeId: null,
  });
  if (person.email !== null) {
    const undo = await issueToken(tx, { purpose: undoPurpose, personId: person.id, email: person.email, hours: hoursToUndo });
    await tellOldMailbox(tx, person, undo);
  }
  await tellOfChange(tx, person, 'email', email);
}

async function sendChangeLink(tx: Deps, person: Person, change: { purpose: string; newAddress: string; subjectId: string }): Promise<void> {
  const { purpose, newAddress, subjectId } = change;
  const isNew = purpose === newBox;
  const link = await issueTokenWithCode(tx, { purpose, personId: person.id, email: newAddress, subjectId, hours: hoursToConfirm });
  const to = isNew ? { ...recipientOf(person), address: newAddress } : recipientOf(person);
  const expiresAt = plusElapsed(tx.clock.now(), { hours: hoursToConfirm });
  const around = { t: tx.translate(person.locale), baseUrl: tx.baseUrl, to, expiresAt };
  const stop = isNew ? null : await issueToken(tx, { purpose: stopPurpose, personId: person.id, hours: hoursToConfirm });
  await queueEmail(tx, emailChangeMail({ ...around, tokenId: link.id, token: link.token, newAddress, stop }));
}
