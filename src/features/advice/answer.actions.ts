import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { approvesFor, type Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { writtenIn } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { addItemToNextMeeting } from '../agendas';
import { answerMachine, giveBack, send, sign, type Answer } from './answer';
import { findAnswer, insertAnswer, saveAnswer } from './answer.queries';
import { noteMachine, step, type Note } from './note';
import { load, record, spoken, wordsFor } from './note.actions';
import { acknowledgedMail, answeredMail, awaitsMail, returnedMail } from './note.emails';
import type { AnswerWords } from './note.form';
import { notePolicy } from './note.policy';
import { listSigners, saveNote } from './note.queries';

type Signed = Actor & { readonly id: string };

/** The office has read the note; the authors are told. */
export function acknowledgeNote(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.answer);
    const acknowledged = step(note, 'acknowledge', tx.clock.now());
    await saveNote(tx.db, acknowledged);
    await record(tx, actor, acknowledged, 'advice.acknowledge');
    for (const to of await listRecipients(tx.db, note.authorIds))
      await queueEmail(tx, acknowledgedMail(wordsFor(tx, to.locale), acknowledged, to));
  });
}

/** Saves the answer as a draft; `then` send it to the approver, who is told. Throws Conflict (409) when stale. */
export function writeAnswer(deps: Deps, actor: Signed, id: string, order: { words: AnswerWords; then: 'keep' | 'send' }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.answer);
    if (!noteMachine.can(note.status, 'answer')) throw new Conflict('advice.errors.acknowledgeFirst');
    const saved = await keep(tx, actor, note, order.words);
    await record(tx, actor, note, 'advice.draftAnswer');
    if (order.then === 'send') await sendAnswer(tx, actor, note, saved);
  });
}

async function keep(tx: Deps, actor: Signed, note: Note, { opening, dispositions, version }: AnswerWords): Promise<Answer> {
  const found = await findAnswer(tx.db, note.id);
  const words = { opening: writtenIn(actor.locale, opening), dispositions, writtenBy: actor.id };
  if (found === undefined) {
    if (version !== 0) throw new Conflict();
    const answer: Answer = {
      ...words,
      id: tx.newId(),
      noteId: note.id,
      status: 'draft',
      sentAt: null,
      signedBy: null,
      signedAt: null,
      signedFor: null,
      returnWords: '',
      version: 1,
    };
    await insertAnswer(tx, answer);
    return answer;
  }
  const answer = { ...found, ...words, status: answerMachine.next(found.status, 'save'), version };
  await saveAnswer(tx, answer);
  return { ...answer, version: version + 1 };
}

async function sendAnswer(tx: Deps, actor: Signed, note: Note, answer: Answer): Promise<void> {
  const at = tx.clock.now();
  const ids = note.recommendations.map((recommendation) => recommendation.id);
  const sent = send(answer, ids, at);
  await saveAnswer(tx, sent);
  await record(tx, actor, note, 'advice.sendAnswer');
  for (const to of await listPeopleWithRole(tx.db, 'approver', note.collaborativeId, dateOf(at))) {
    await queueEmail(tx, awaitsMail(wordsFor(tx, to.locale), note, to, sent.version));
  }
}

/** The approver signs: the answer is public, authors and endorsers are told, the next agenda carries it. */
export function signAnswer(deps: Deps, actor: Signed, id: string, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.sign);
    const answer = await waitingAnswer(tx, note, version);
    const at = tx.clock.now();
    const inPlaceOf = inWhosePlace(actor, note, answer);
    await saveAnswer(tx, sign(answer, { by: actor.id, inPlaceOf }, at));
    const answered = step(note, 'answer', at);
    await saveNote(tx.db, answered);
    await record(tx, actor, answered, 'advice.sign', {}, inPlaceOf);
    const signers = [...new Set((await listSigners(tx.db, id)).map(({ personId }) => personId))];
    for (const to of await listRecipients(tx.db, signers)) await queueEmail(tx, answeredMail(wordsFor(tx, to.locale), answered, to));
    await addItemToNextMeeting(tx, 'system', note.collaborativeId, hearingItem(tx, answered));
  });
}

/** The approver in whose place the actor signs what somebody wrote; the writer, where they stand in for nobody else. */
function inWhosePlace(actor: Actor, note: Note, answer: Answer | null): string | null {
  const proposer = answer?.writtenBy ?? null;
  const inPlaceOf = approvesFor(actor, note.collaborativeId, proposer);
  return inPlaceOf === undefined ? proposer : inPlaceOf;
}

const hearingItem = (tx: Deps, note: Note) => ({
  kind: 'business' as const,
  title: spoken((locale) => tx.translate(locale)('advice.items.hear', { reference: note.reference })),
  purpose: 'inform' as const,
  presenter: '',
  text: { en: '', es: '' },
  minutes: 10,
  isAction: true,
  noteId: note.id,
  priority: note.priority,
});

/** The approver gives the answer back to staff with words. */
export function returnAnswer(deps: Deps, actor: Actor, id: string, order: { version: number; words: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.sign);
    const answer = await waitingAnswer(tx, note, order.version);
    await saveAnswer(tx, giveBack(answer, order.words));
    await record(tx, actor, note, 'advice.returnAnswer', {}, inWhosePlace(actor, note, null));
    for (const to of await listRecipients(tx.db, [answer.writtenBy]))
      await queueEmail(tx, returnedMail(wordsFor(tx, to.locale), note, to, answer.version));
  });
}

async function waitingAnswer(tx: Deps, note: Note, version: number): Promise<Answer> {
  const answer = await findAnswer(tx.db, note.id);
  if (answer === undefined) throw new Conflict('errors.conflict.notNow');
  return { ...answer, version };
}
