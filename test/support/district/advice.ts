import {
  acknowledgeNote,
  deliverNote,
  findAnswer,
  getNote,
  moveNote,
  saveNote,
  signAnswer,
  writeAnswer,
  writeNote,
  type Disposition,
  type Note,
} from '../../../src/features/advice';
import { returnAnswer } from '../../../src/features/advice/answer.actions';
import { askForHelp } from '../../../src/features/help/help-request.actions';
import { visitor } from '../../../src/lib/actor';
import { canaries } from './canaries';
import type { Ground, People } from './district';
import { actorOf } from './people';

/** Notes of Aldo: a draft, one open, one delivered, one whose answer waits for its signature, one answered; and questions asked. */
export async function adviceOf(ground: Ground, people: People): Promise<Record<string, string>> {
  const { deps, product, central, south } = ground;
  product.clock.moveTo('2026-11-15T20:00:00.000Z');
  const draftNote = await write(ground, people, canaries.draftNote);
  const openNote = await write(ground, people, canaries.openNote);
  await moveNote(deps, await actorOf(deps, people.author), openNote.id, 'open');
  const delivered = await deliver(ground, people, 'More crossing guards');
  const waiting = await deliver(ground, people, 'Longer library hours');
  await answer(ground, people, waiting, canaries.draftAnswer);
  const returned = await deliver(ground, people, 'Warmer rooms');
  await answer(ground, people, returned, canaries.draftAnswer);
  const approver = await actorOf(deps, people.approver);
  await returnAnswer(deps, approver, returned.id, { version: 2, words: canaries.answerReturn });
  const answered = await deliver(ground, people, 'Shade in the yards');
  await answer(ground, people, answered, 'We thank you.', true);
  await signAnswer(deps, approver, answered.id, 2);
  const { dispositions } = (await findAnswer(deps.db, answered.id))!;
  const promised = dispositions.find(({ commitment }) => commitment !== null)!.commitment!.id;
  const question = { name: 'Hela Help', email: 'hela@example.org', locale: 'en' };
  const asked = await askForHelp(deps, visitor('en'), { ...question, collaborativeId: central.id, text: canaries.helpRequest });
  const elsewhere = await askForHelp(deps, visitor('en'), { ...question, collaborativeId: south.id, text: canaries.southHelp });
  return {
    draftNote: draftNote.id,
    openNote: openNote.id,
    deliveredNote: delivered.id,
    waitingNote: waiting.id,
    returnedNote: returned.id,
    answeredNote: answered.id,
    commitment: promised,
    help: asked.id,
    otherHelp: elsewhere.id,
  };
}

async function write({ deps, central }: Ground, people: People, title: string): Promise<Note> {
  const words = {
    language: 'en',
    title,
    background: 'It is needed.',
    topic: 'safety' as const,
    recommendations: ['Do one thing', 'And another'],
  };
  return writeNote(deps, await actorOf(deps, people.author), central.id, words);
}

/** Written, adopted (the vote is told elsewhere), delivered and acknowledged. */
async function deliver(ground: Ground, people: People, title: string): Promise<Note> {
  const { deps } = ground;
  const note = await write(ground, people, title);
  await moveNote(deps, await actorOf(deps, people.author), note.id, 'open');
  const open = await getNote(deps.db, note.id);
  await saveNote(deps.db, { ...open, status: 'adopted', adoptedAt: deps.clock.now() });
  await deliverNote(deps, await actorOf(deps, people.officer), note.id);
  await acknowledgeNote(deps, await actorOf(deps, people.staff), note.id);
  return getNote(deps.db, note.id);
}

const promise = { id: '', what: { en: 'Shade sails' }, who: 'Facilities', dueOn: '2027-03-01', status: 'planned' as const };

/** With a promise the first recommendation is accepted, without one none is. */
async function answer({ deps }: Ground, people: People, note: Note, opening: string, isPromised = false): Promise<void> {
  const dispositions: Disposition[] = note.recommendations.map(({ id }, index) => ({
    recommendationId: id,
    disposition: isPromised && index === 0 ? 'accepted' : 'declined',
    reasons: { en: 'There is no money.' },
    commitment: isPromised && index === 0 ? promise : null,
  }));
  await writeAnswer(deps, await actorOf(deps, people.staff), note.id, { words: { version: 0, opening, dispositions }, then: 'send' });
}
