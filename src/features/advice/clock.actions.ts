import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { writtenIn } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { extendedMail, questionMail, repliedMail } from './clock.emails';
import type { ExtensionWish } from './clock.form';
import { insertMove, replyToQuestion } from './clock.queries';
import type { Note } from './note';
import { load, record, wordsFor } from './note.actions';
import { extend, extensionFault, resume, stop, type DateMove } from './note-clock';
import { notePolicy } from './note.policy';
import { listDaysOff, listSigners, saveNote } from './note.queries';

type Signed = Actor & { readonly id: string };

/** Puts the day of the answer off, with the reason; authors and endorsers are told. Throws Conflict (409) when stale or no clock runs. */
export function extendAnswer(deps: Deps, actor: Signed, id: string, { to, reason, version }: ExtensionWish): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.answer);
    const at = tx.clock.now();
    const calendar = { today: dateOf(at), daysOff: await listDaysOff(tx.db) };
    if (extensionFault(note, to, calendar) !== null) throw new Conflict();
    const extended = extend({ ...note, version }, to);
    await saveNote(tx.db, extended);
    const move = moveOf(tx, actor, note, { kind: 'extension', words: reason, to });
    await insertMove(tx.db, move);
    await record(tx, actor, extended, 'advice.extend', { from: note.answerBy, answerBy: to });
    for (const recipient of await signersOf(tx, id))
      await queueEmail(tx, extendedMail(wordsFor(tx, recipient.locale), extended, move, recipient));
  });
}

/** Asks the authors, which stops the clock until they reply; authors and endorsers are told. */
export function askAuthors(
  deps: Deps,
  actor: Signed,
  id: string,
  { question, version }: { question: string; version: number },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.answer);
    const stopped = stop({ ...note, version }, tx.clock.now());
    await saveNote(tx.db, stopped);
    const move = moveOf(tx, actor, note, { kind: 'question', words: question, to: null });
    await insertMove(tx.db, move);
    await record(tx, actor, stopped, 'advice.ask');
    for (const recipient of await signersOf(tx, id))
      await queueEmail(tx, questionMail(wordsFor(tx, recipient.locale), stopped, move, recipient));
  });
}

/** The authors' reply: the clock runs on, and staff are told of the new day. */
export function replyToStaff(deps: Deps, actor: Signed, id: string, { reply, version }: { reply: string; version: number }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.reply);
    const at = tx.clock.now();
    const resumed = resume({ ...note, version }, at, await listDaysOff(tx.db));
    await saveNote(tx.db, resumed);
    const to = resumed.answerBy ?? dateOf(at);
    await replyToQuestion(tx.db, id, { reply: JSON.stringify(writtenIn(actor.locale, reply)), to, at, by: actor.id });
    await record(tx, actor, resumed, 'advice.reply', { from: note.answerBy, answerBy: to });
    for (const recipient of await listPeopleWithRole(tx.db, 'staff', note.collaborativeId, dateOf(at)))
      await queueEmail(tx, repliedMail(wordsFor(tx, recipient.locale), resumed, recipient));
  });
}

const moveOf = (
  tx: Deps,
  actor: Signed,
  note: Note,
  { kind, words, to }: { kind: DateMove['kind']; words: string; to: string | null },
): DateMove => ({
  id: tx.newId(),
  noteId: note.id,
  kind,
  words: writtenIn(actor.locale, words),
  reply: null,
  from: note.answerBy ?? dateOf(tx.clock.now()),
  to,
  at: tx.clock.now(),
  by: actor.id,
  repliedAt: null,
  repliedBy: null,
});

async function signersOf(tx: Deps, id: string) {
  const people = [...new Set((await listSigners(tx.db, id)).map(({ personId }) => personId))];
  return listRecipients(tx.db, people);
}
