import {
  acknowledgeNote,
  addWorkingDays,
  deliverNote,
  endorseNote,
  extendAnswer,
  findAnswer,
  getNote,
  moveNote,
  putOnAgenda,
  saveNote,
  signAnswer,
  writeAnswer,
  writeNote,
  type Disposition,
  type Note,
} from '../../advice';
import { moveCommitment } from '../../commitments';
import { adviceWords, answerWords } from './advice-words';
import { priorityOf } from './priorities';
import { as, dayOf, goTo, momentOn, type Body, type World } from './world';

/** Writes the body's note in both languages and opens it; a fellow member endorses. */
export async function writeAndOpen(
  world: World,
  body: Body,
  which: number,
  days: { written: number; opened: number | null },
): Promise<Note> {
  const words = adviceWords[which % adviceWords.length];
  if (words === undefined) throw new RangeError('no such advice');
  goTo(world, momentOn(world, days.written, '20:30'));
  const member = await as(world, 'member', body);
  const priorityId = (await priorityOf(world, body, which))?.id ?? null;
  const plain = { language: 'en', title: words.title.en, background: words.background.en, topic: words.topic, priorityId };
  const note = await writeNote(world.deps, member, body.id, { ...plain, recommendations: words.recommendations.map(({ en }) => en) });
  const inBoth = { ...note, title: words.title, background: words.background };
  const recommendations = note.recommendations.map((recommendation, index) => ({
    ...recommendation,
    text: words.recommendations[index] ?? recommendation.text,
  }));
  await saveNote(world.deps.db, { ...inBoth, recommendations }, { words: true });
  if (days.opened !== null) {
    goTo(world, momentOn(world, days.opened, '08:15'));
    await moveNote(world.deps, member, note.id, 'open');
    goTo(world, momentOn(world, days.opened, '12:40'));
    await endorseNote(world.deps, await as(world, 'secretary', body), note.id);
  }
  return note;
}

/** The chair puts an open note on the next agenda. */
export async function bringToMeeting(world: World, body: Body, note: Note, day: number): Promise<void> {
  goTo(world, momentOn(world, day, '09:30'));
  await putOnAgenda(world.deps, await as(world, 'chair', body), note.id);
}

/** How far a delivered note came; each step contains those before it. */
export type Fate = 'adopted' | 'delivered' | 'acknowledged' | 'answered' | 'closed';

const order: readonly Fate[] = ['adopted', 'delivered', 'acknowledged', 'answered', 'closed'];

/** Takes an adopted note as far as its fate, day by day. */
export async function follow(world: World, body: Body, note: Note, fate: Fate): Promise<void> {
  const reaches = (step: Fate) => order.indexOf(fate) >= order.indexOf(step);
  const { deps } = world;
  if (reaches('delivered')) {
    goTo(world, momentOn(world, -34, '09:00'));
    await deliverNote(deps, await as(world, 'chair', body), note.id);
  }
  if (reaches('acknowledged')) {
    goTo(world, momentOn(world, -31, '11:00'));
    await acknowledgeNote(deps, await as(world, 'staff', body), note.id);
    if (!reaches('answered')) await putOff(world, body, note);
  }
  if (reaches('answered')) {
    // The promise of the note that is not closed is late by now.
    await answer(world, body, note, fate === 'answered' ? -2 : 60);
    await tell(world, body, note, { status: 'under_way', day: -9 });
  }
  if (reaches('closed')) {
    goTo(world, momentOn(world, -6, '09:00'));
    await moveNote(deps, await as(world, 'chair', body), note.id, 'close');
    await tell(world, body, note, { status: 'done', day: -4 });
  }
}

/** Staff say how the promise of a note stands. */
async function tell(world: World, body: Body, note: Note, { status, day }: { status: 'under_way' | 'done'; day: number }): Promise<void> {
  goTo(world, momentOn(world, day, '10:20'));
  const answered = await findAnswer(world.deps.db, note.id);
  const promise = answered?.dispositions.find(({ commitment }) => commitment !== null)?.commitment;
  if (promise === undefined || promise === null) return;
  const order = { status, dueOn: promise.dueOn, words: answerWords[status].en, evidenceUrl: null, version: status === 'done' ? 2 : 1 };
  await moveCommitment(world.deps, await as(world, 'staff', body), promise.id, order);
}

/** Staff need ten working days more, and say why. */
async function putOff(world: World, body: Body, { id }: Note): Promise<void> {
  goTo(world, momentOn(world, -5, '10:00'));
  const { answerBy, version } = await getNote(world.deps.db, id);
  if (answerBy === null) return;
  const to = addWorkingDays(answerBy, 10, new Set());
  await extendAnswer(world.deps, await as(world, 'staff', body), id, { to, reason: answerWords.putOff, version });
}

async function answer(world: World, body: Body, { id }: Note, dueIn: number): Promise<void> {
  const { deps } = world;
  const note = await getNote(deps.db, id);
  const [first, second] = note.recommendations;
  if (first === undefined || second === undefined) return;
  const promise = { id: '', what: answerWords.promise, who: 'Facilities', dueOn: dayOf(world, dueIn), status: 'planned' as const };
  const dispositions: Disposition[] = [
    { recommendationId: first.id, disposition: 'accepted', reasons: answerWords.accepted, commitment: promise },
    { recommendationId: second.id, disposition: 'declined', reasons: answerWords.declined, commitment: null },
  ];
  goTo(world, momentOn(world, -20, '14:00'));
  const words = { version: 0, opening: answerWords.opening.en, dispositions };
  await writeAnswer(deps, await as(world, 'staff', body), id, { words, then: 'send' });
  goTo(world, momentOn(world, -18, '08:20'));
  await signAnswer(deps, await as(world, 'approver', body), id, 2);
}
