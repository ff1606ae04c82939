import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { plusElapsed } from '../../lib/time';
import { sha256 } from '../../lib/secret';
import { readdressMails } from '../../mail/outbox-care.queries';
import { endSessionsOf } from '../../web/session.queries';
import { forgetPasswordSince } from './account.queries';
import { hoursToUndo, stopPurpose, undoPurpose } from './email-stop';
import { tellOfChange } from './password.actions';
import { getPerson, savePerson } from './person.queries';
import { emailChangePurposes } from './profile.actions';
import { asThemselves } from './sign-in.actions';
import type { Token } from './token';
import { peekToken, spendToken, voidLaterTokens, voidTokens } from './token.queries';

export type Stopped = 'stopped' | 'undone';

/** What the link to the earlier mailbox does now, without doing it; undefined when it is wrong, used or over. */
export async function peekEmailStop(deps: Deps, token: string): Promise<Stopped | undefined> {
  const now = deps.clock.now();
  if (await peekUnused(deps, stopPurpose, token, now)) return 'stopped';
  return (await peekUnused(deps, undoPurpose, token, now)) ? 'undone' : undefined;
}

async function peekUnused(deps: Deps, purpose: string, token: string, now: string): Promise<boolean> {
  const found = await peekToken(deps.reads, purpose, token, now);
  return found?.usedAt === null;
}

/**
 * Stops a change of address that is not made yet, or takes back one that is. Either way somebody may be signed in who should
 * not be: every session ends.
 */
export function stopEmailChange(deps: Deps, token: string, browser: string): Promise<Stopped | 'over'> {
  return inTransaction(deps, async (tx) => {
    const use = { hash: sha256(token), browser };
    const stop = await spendUnused(tx, { ...use, purpose: stopPurpose });
    if (stop?.personId != null) return stopped(tx, stop.personId);
    const undo = await spendUnused(tx, { ...use, purpose: undoPurpose });
    return undo?.personId == null || undo.email === null ? 'over' : undone(tx, undo, undo.personId, undo.email);
  });
}

/** A second press says that the link is over, so that it changes nothing again. */
async function spendUnused(tx: Deps, use: { purpose: string; hash: string; browser: string }): Promise<Token | undefined> {
  const token = await spendToken(tx, use);
  return token?.usedAt === null ? token : undefined;
}

async function stopped(tx: Deps, personId: string): Promise<Stopped> {
  for (const purpose of [...emailChangePurposes, stopPurpose]) await voidTokens(tx.db, purpose, { person_id: personId });
  await endSessionsOf(tx.db, personId);
  await recordOwn(tx, 'accounts.stopEmailChange', personId);
  return 'stopped';
}

/** The older address outranks newer ones: links to undo later changes end with it, and so does a password set since. */
async function undone(tx: Deps, token: Token, personId: string, email: string): Promise<Stopped> {
  const person = await getPerson(tx.db, personId);
  await savePerson(tx.db, { ...person, email, emailVerifiedAt: tx.clock.now() });
  for (const purpose of [...emailChangePurposes, stopPurpose]) await voidTokens(tx.db, purpose, { person_id: personId });
  await voidLaterTokens(tx.db, undoPurpose, token);
  await forgetPasswordSince(tx.db, personId, plusElapsed(token.expiresAt, { hours: -hoursToUndo }));
  await endSessionsOf(tx.db, personId);
  await recordOwn(tx, 'accounts.undoEmailChange', personId);
  if (person.email !== null) await readdressMails(tx.db, { personId, from: person.email, to: email });
  await tellOfChange(tx, person, 'emailBack', person.email);
  await tellOfChange(tx, person, 'emailBack', email);
  return 'undone';
}

async function recordOwn(tx: Deps, action: 'accounts.stopEmailChange' | 'accounts.undoEmailChange', personId: string): Promise<void> {
  const actor = asThemselves(await getPerson(tx.db, personId));
  await recordEvent(tx, { action, actor, subject: { kind: 'person', id: personId }, collaborativeId: null });
}
