import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, listPeopleWithRole, recipientOf } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { listMembers } from '../membership';
import { isBlocked } from './block.queries';
import { listedAmong, type Entry, type Listed } from './directory';
import { messageMail, reportMail } from './directory.emails';
import { directoryPolicy } from './directory.policy';
import { getMessage, insertMessage, listEntries, listPhones, reportMessage, saveEntry } from './directory.queries';

type Signed = Actor & { readonly id: string };

/** Whom a member can see in the directory of their collaborative today: nobody who left, nobody who did not opt in. */
export async function directoryOf(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, collaborativeId: string): Promise<Listed[]> {
  conceal(directoryPolicy.view(actor, collaborativeId));
  const members = await listMembers(deps.db, collaborativeId, dateOf(deps.clock.now()));
  const entries = await listEntries(deps.db, collaborativeId);
  const phones = await listPhones(
    deps.db,
    members.map(({ personId }) => personId),
  );
  return listedAmong(
    members.map((member) => ({ ...member, phone: phones.get(member.personId) ?? '', entry: entries.get(member.personId) ?? null })),
  );
}

/** A member shows themselves to fellow members, or (null) does not any more. */
export function showMyself(deps: Deps, actor: Signed, collaborativeId: string, entry: Entry | null): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(directoryPolicy.view(actor, collaborativeId));
    await optIn(tx, { personId: actor.id, collaborativeId }, entry);
    const action = entry === null ? 'directory.left' : 'directory.joined';
    await recordEvent(tx, { action, actor, subject: { kind: 'person', id: actor.id }, collaborativeId });
  });
}

/** What a step of the checklist said, in the caller's transaction. */
export const optIn = (tx: Deps, whose: { personId: string; collaborativeId: string }, entry: Entry | null): Promise<void> =>
  saveEntry(tx.db, { id: tx.newId(), at: tx.clock.now(), ...whose }, entry);

export interface Wanted {
  readonly collaborativeId: string;
  readonly toId: string;
  readonly text: string;
}

/**
 * Writes to one fellow member through the site: to one at a time, so that no majority deliberates outside of a meeting (facts:
 * open-meeting rules). Throws NotFound for anybody who is not in the directory, Conflict for oneself.
 */
export function writeTo(deps: Deps, actor: Signed, wanted: Wanted): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const listed = (await directoryOf(tx, actor, wanted.collaborativeId)).some(({ personId }) => personId === wanted.toId);
    if (!listed) throw new NotFound();
    if (wanted.toId === actor.id) throw new Conflict('directory.errors.oneself');
    const person = await getPerson(tx.db, wanted.toId);
    const to = recipientOf(person);
    if (to.address === '') throw new Conflict('directory.errors.noEmail');
    const sentAt = tx.clock.now();
    const isWithheld = await isBlocked(tx.db, { readerId: wanted.toId, writerId: actor.id });
    const message = { ...wanted, id: tx.newId(), fromId: actor.id, sentAt, withheldAt: isWithheld ? sentAt : null };
    await insertMessage(tx.db, message);
    const collaborative = await getCollaborative(tx.db, wanted.collaborativeId);
    await recordEvent(tx, {
      action: 'directory.wrote',
      actor,
      subject: { kind: 'member_message', id: message.id },
      collaborativeId: collaborative.id,
    });
    // The writer is not told: all looks as if it were on its way.
    if (isWithheld) return message.id;
    await queueEmails(tx, [messageMail(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, message, from: actor.name, collaborative })]);
    return message.id;
  });
}

/** Whoever got a message shows it to the staff. Once; again changes nothing. */
export function report(deps: Deps, actor: Actor, id: string, words: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const message = await getMessage(tx.db, id);
    conceal(directoryPolicy.read(actor, message));
    if ((await reportMessage(tx.db, id, { at: tx.clock.now(), words })) === 0) return;
    const { collaborativeId } = message;
    await recordEvent(tx, { action: 'directory.reported', actor, subject: { kind: 'member_message', id }, collaborativeId });
    const collaborative = await getCollaborative(tx.db, collaborativeId);
    const staff = await listPeopleWithRole(tx.db, 'staff', collaborativeId, dateOf(tx.clock.now()));
    await queueEmails(
      tx,
      staff.map((to) => reportMail(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, message, collaborative })),
    );
  });
}
