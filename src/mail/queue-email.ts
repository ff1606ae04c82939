import { inTransaction } from '../db/database';
import type { Deps } from '../deps';
import { seal } from '../lib/secret';
import type { Instant } from '../lib/time';
import type { Email, Priority } from './email';
import { choiceFor, dueByChoice, type ChosenNotices } from './notice-choices';
import { chosenAmong } from './notice-choices.queries';
import { insertMails, type NewMail } from './outbox.queries';
import { paperLettersOf } from './paper-letters';
import { insertPaperLetters } from './paper-letters.queries';
import { oneLine, renderEmail, subjectLine } from './render-email';

/**
 * Puts a mail into the outbox within the caller's transaction, rendered as it will go out.
 * Answers whether it was queued: false for a dedupe key that is there already, and for a person without address whom no
 * collaborative writes to on paper.
 */
export async function queueEmail(tx: Deps, email: Email): Promise<boolean> {
  return (await queueEmails(tx, [email])) === 1;
}

/**
 * Queues many mails (release of decisions, a notice to all); people without address get theirs on paper, in the same
 * transaction and under the same dedupe key. Answers how many were new.
 */
export async function queueEmails(tx: Deps, emails: readonly Email[]): Promise<number> {
  const now = tx.clock.now();
  const addressed = emails.filter(({ to }) => to.address !== '');
  const chosen = await chosenAmong(
    tx.db,
    addressed.map(({ to, stream }) => ({ personId: to.personId, stream })),
  );
  const mails = addressed.map((email) => newMail(tx, email, { now, chosen }));
  // A letter without its body must never be seen by a worker, not even when the caller has no transaction.
  const letters = paperLettersOf(tx, emails, now);
  return inTransaction(tx, async ({ db }) => (await insertMails(db, mails)) + (await insertPaperLetters(db, letters)));
}

export const priorityRank: Readonly<Record<Priority, number>> = { now: 0, soon: 1, bulk: 2 };

interface Moment {
  readonly now: Instant;
  readonly chosen: ChosenNotices;
}

const newMail = (tx: Deps, email: Email, moment: Moment): NewMail => ({
  row: outboxRow(tx, email, moment),
  body: seal(JSON.stringify(renderEmail(email, tx)), tx.config.secret),
});

function outboxRow(tx: Deps, email: Email, { now, chosen }: Moment): NewMail['row'] {
  const { to, about } = email;
  const choice = choiceFor(chosen, { ...email, personId: to.personId });
  return {
    id: tx.newId(),
    dedupe_key: email.dedupeKey,
    kind: email.kind,
    stream: email.stream,
    priority: priorityRank[email.priority],
    when_unknown: email.whenUnknown,
    ...readerOf(email),
    locale: to.locale,
    subject: subjectLine(email.subject),
    about_kind: about.kind,
    about_id: about.id,
    collaborative_id: about.collaborativeId,
    status: 'queued',
    created_at: now,
    due_at: dueByChoice(email, choice, now),
    expires_at: email.expiresAt ?? null,
  };
}

/** Of a mail that leaves no trace, the reader stands in the sealed body alone. */
const readerOf = ({ to, leavesNoTrace }: Email): Pick<NewMail['row'], 'person_id' | 'to_name' | 'to_address'> =>
  leavesNoTrace === true
    ? { person_id: null, to_name: '', to_address: '' }
    : { person_id: to.personId, to_name: oneLine(to.name), to_address: to.address };
