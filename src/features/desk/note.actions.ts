import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Forbidden, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getApplicationByReference, listCandidaciesOf } from '../applications';
import { notePolicy } from './note';
import { deleteNote, getNote, insertNote } from './note.queries';

export interface NoteOn {
  readonly reference: string;
  readonly collaborativeId: string;
}

/** Writes a private note; the history says that, and not what. */
export function addNote(deps: Deps, actor: Actor, { reference, collaborativeId }: NoteOn, text: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(notePolicy.read(actor, collaborativeId));
    const application = await getApplicationByReference(tx.db, reference);
    const candidacy = (await listCandidaciesOf(tx.db, application.id)).find((one) => one.collaborativeId === collaborativeId);
    if (candidacy === undefined) throw new NotFound();
    if (actor.id === null) throw new Forbidden('applications.denied.list');
    await insertNote(tx.db, { id: tx.newId(), candidacyId: candidacy.id, authorId: actor.id, text, writtenAt: tx.clock.now() });
    await recordEvent(tx, { action: 'desk.addNote', actor, subject: { kind: 'candidacy', id: candidacy.id }, collaborativeId });
  });
}

/** Its author takes a note away. Answers the candidacy it stood on. */
export function removeNote(deps: Deps, actor: Actor, id: string): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const note = await getNote(tx.db, id);
    conceal(notePolicy.remove(actor, note));
    await deleteNote(tx.db, id);
    const { collaborativeId, candidacyId } = note;
    await recordEvent(tx, { action: 'desk.removeNote', actor, subject: { kind: 'candidacy', id: candidacyId }, collaborativeId });
    return candidacyId;
  });
}
