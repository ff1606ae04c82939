import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { inLocale, writtenIn, type LocalText } from '../../lib/local-text';
import { authorize, conceal, type Decision } from '../../lib/policy';
import { sha256 } from '../../lib/secret';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { addItemToNextMeeting, type AgendaItem } from '../agendas';
import { getCollaborative } from '../collaboratives';
import { linkPriority } from '../priorities';
import { deliver, frozenWords, isEditable, noteMachine, step, type Note, type NoteEvent } from './note';
import { deliveredMail, receivedMail } from './note.emails';
import type { NoteWords } from './note.form';
import { notePolicy } from './note.policy';
import { countNotes, getNote, insertEndorsement, insertNote, listDaysOff, saveNote } from './note.queries';

type Signed = Actor & { readonly id: string };

/** Begins a note of a member; answers it. */
export function writeNote(deps: Deps, actor: Signed, collaborativeId: string, words: NoteWords): Promise<Note> {
  return inTransaction(deps, async (tx) => {
    authorize(notePolicy.write(actor, collaborativeId));
    const { code, name } = await getCollaborative(tx.db, collaborativeId);
    const at = tx.clock.now();
    const year = dateOf(at).slice(0, 4);
    const number = (await countNotes(tx.db, collaborativeId, year)) + 1;
    const note: Note = {
      ...blank,
      ...worded(tx, words),
      priority: await linkPriority(tx.db, collaborativeId, words.priorityId ?? null),
      id: tx.newId(),
      reference: `${code}-${year}-${String(number).padStart(2, '0')}`,
      collaborativeId,
      addressee: name,
      authorIds: [actor.id],
      draftedAt: at,
    };
    await insertNote(tx, note);
    await record(tx, actor, note, 'advice.write');
    return note;
  });
}

const blank = {
  status: 'draft',
  adoptedByMotion: null,
  openedAt: null,
  adoptedAt: null,
  deliveredAt: null,
  acknowledgedAt: null,
  answeredAt: null,
  closedAt: null,
  acknowledgeBy: null,
  answerBy: null,
  stoppedOn: null,
  sha256: null,
  version: 1,
} as const;

/** Changes the words of a draft. Throws Conflict (409) when someone else saved first or it is no draft any more. */
export function rewordNote(deps: Deps, actor: Actor, id: string, change: { words: NoteWords; version: number }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.edit);
    if (!isEditable(note)) throw new Conflict('advice.errors.frozen');
    const priority = await linkPriority(tx.db, note.collaborativeId, change.words.priorityId ?? null);
    await saveNote(tx.db, { ...note, ...worded(tx, change.words), priority, version: change.version }, { words: true });
    await record(tx, actor, note, 'advice.reword');
  });
}

const worded = (tx: Pick<Deps, 'newId'>, words: NoteWords): Pick<Note, 'title' | 'background' | 'topic' | 'recommendations'> => {
  const text = (value: string): LocalText => writtenIn(words.language, value);
  return {
    title: text(words.title),
    background: text(words.background),
    topic: words.topic,
    recommendations: words.recommendations.map((value, index) => ({ id: tx.newId(), number: index + 1, text: text(value) })),
  };
};

const labels = {
  open: 'advice.open',
  revise: 'advice.revise',
  adopt: 'advice.adopt',
  withdraw: 'advice.withdraw',
  close: 'advice.close',
} as const satisfies Partial<Record<NoteEvent, Action>>;

/** Steps of the authors (open, take back for changes, withdraw) and of the officers (close). */
export function moveNote(deps: Deps, actor: Actor, id: string, event: 'open' | 'revise' | 'withdraw' | 'close'): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, event === 'close' ? notePolicy.steer : notePolicy.edit);
    const moved = step(note, event, tx.clock.now());
    await saveNote(tx.db, moved);
    await record(tx, actor, moved, labels[event]);
  });
}

/** A fellow member stands behind the note. Twice is once. */
export function endorseNote(deps: Deps, actor: Signed, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.endorse);
    if (note.status !== 'open') throw new Conflict('advice.errors.notOpen');
    await insertEndorsement(tx.db, id, actor.id, tx.clock.now());
    await record(tx, actor, note, 'advice.endorse');
  });
}

/** Puts an open note on the next agenda, to be adopted there. Answers the item, or null when no meeting is planned in time. */
export function putOnAgenda(deps: Deps, actor: Actor, id: string): Promise<AgendaItem | null> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.steer);
    if (note.status !== 'open') throw new Conflict('advice.errors.notOpen');
    return addItemToNextMeeting(tx, actor, note.collaborativeId, adoptionItem(tx, note));
  });
}

const adoptionItem = (tx: Deps, note: Note) => ({
  kind: 'business' as const,
  title: spoken((locale) => tx.translate(locale)('advice.items.adopt', { reference: note.reference, title: inLocale(note.title, locale) })),
  purpose: 'advise' as const,
  presenter: '',
  text: { en: '', es: '' },
  minutes: 15,
  isAction: true,
  noteId: note.id,
  priority: note.priority,
});

/** A title in every language of the product. */
export const spoken = (say: (locale: string) => string): LocalText => ({ en: say('en'), es: say('es') });

/** For a carried motion: when its item carries an open note, the note is adopted, in the motion's transaction. */
export async function adoptByMotion(
  tx: Deps,
  actor: Actor,
  carried: { motion: { id: string }; item: { noteId: string | null } },
): Promise<void> {
  if (carried.item.noteId === null) return;
  const note = await getNote(tx.db, carried.item.noteId);
  if (!noteMachine.can(note.status, 'adopt')) return;
  const adopted = { ...step(note, 'adopt', tx.clock.now()), adoptedByMotion: carried.motion.id };
  await saveNote(tx.db, adopted);
  await record(tx, actor, adopted, labels.adopt);
}

/** Delivers an adopted note to the district: frozen, with both clocks running, and everyone concerned told. */
export function deliverNote(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const note = await load(tx, actor, id, notePolicy.steer);
    const { settings } = await getCollaborative(tx.db, note.collaborativeId);
    const at = tx.clock.now();
    const frozen = { sha256: sha256(frozenWords(note)), daysOff: await listDaysOff(tx.db) };
    const delivered = deliver(note, at, settings, frozen);
    await saveNote(tx.db, delivered);
    const after = { acknowledgeBy: delivered.acknowledgeBy, answerBy: delivered.answerBy, sha256: delivered.sha256 };
    await record(tx, actor, delivered, 'advice.deliver', after);
    for (const to of await listRecipients(tx.db, note.authorIds))
      await queueEmail(tx, deliveredMail(wordsFor(tx, to.locale), delivered, to));
    for (const to of await listPeopleWithRole(tx.db, 'staff', note.collaborativeId, dateOf(at))) {
      await queueEmail(tx, receivedMail(wordsFor(tx, to.locale), delivered, to));
    }
  });
}

export const wordsFor = (tx: Pick<Deps, 'translate' | 'baseUrl'>, locale: string) => ({ t: tx.translate(locale), baseUrl: tx.baseUrl });

/** A note for someone who may see it (else 404) and do this (else 403). */
export async function load(tx: Deps, actor: Actor, id: string, may: (actor: Actor, note: Note) => Decision): Promise<Note> {
  const note = await getNote(tx.db, id);
  const decision = may(actor, note);
  if (!decision.allowed) conceal(notePolicy.view(actor, note));
  authorize(decision);
  return note;
}

/** Writes a step of a note into its body's history. */
export const record = (
  tx: Deps,
  actor: Actor,
  note: Note,
  action: Action,
  after: Readonly<Record<string, unknown>> = {},
  deputyFor: string | null = null,
): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'note', id: note.id },
    collaborativeId: note.collaborativeId,
    deputyFor,
    after: { status: note.status, ...after },
  });
