import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { RawForm } from '../../lib/form';
import { readableCode } from '../../lib/ids';
import { authorize } from '../../lib/policy';
import { getCycle, type Answers } from '../cycles';
import { applicationMachine, blankApplication, withAnswers, type Application } from './application';
import { applicationPolicy } from './application.policy';
import { insertApplication, saveDemographics } from './application.queries';
import { entryProblem, type EntryNote } from './entry';
import { deleteEntryDraft, insertEntryNote, saveEntryDraft } from './entry.queries';
import { fileApplication, insertApplicant } from './submit.actions';

export interface EntryWanted {
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly answers: Answers;
  readonly apart: Answers;
  readonly note: EntryNote;
  /** For letters on paper; may be empty. */
  readonly address: string;
}

/** Enters and sends an application that came by telephone, on paper or in person; the history names who typed it. */
export async function enterApplication(deps: Deps, actor: Actor, wanted: EntryWanted): Promise<Application> {
  return inTransaction(deps, async (tx) => {
    const { collaborativeId, note } = wanted;
    authorize(applicationPolicy.enter(actor, collaborativeId));
    const cycle = await getCycle(tx.db, wanted.cycleId);
    const now = tx.clock.now();
    const problem = entryProblem(cycle, note.receivedOn, now);
    if (problem !== null) throw new Conflict(`applications.errors.entry.${problem}`);
    const typed = withAnswers({ ...blankApplication, begunAt: now, savedAt: now }, wanted.answers);
    const draft = await insertApplication(tx, {
      ...typed,
      reference: readableCode(tx.random),
      cycleId: cycle.id,
      formId: cycle.formId,
      personId: await insertApplicant(tx, typed, wanted.address),
      enteredBy: actor.id,
    });
    if (Object.keys(wanted.apart).length > 0) await saveDemographics(tx.db, draft.id, wanted.apart);
    await insertEntryNote(tx.db, draft.id, note, now);
    const submitted = { ...draft, status: applicationMachine.next(draft.status, 'submit'), submittedAt: now };
    const filed = await fileApplication(tx, actor, submitted, { cycle, by: 'entry' });
    await deleteEntryDraft(tx.db, { cycleId: cycle.id, collaborativeId, personId: actor.id ?? '' });
    return filed;
  });
}

/** Keeps what is typed so far, as it stands; no rule applies yet. */
export async function keepEntry(
  deps: Deps,
  actor: Actor & { readonly id: string },
  place: Pick<EntryWanted, 'cycleId' | 'collaborativeId'>,
  fields: RawForm,
): Promise<void> {
  authorize(applicationPolicy.enter(actor, place.collaborativeId));
  await saveEntryDraft(deps.db, { ...place, personId: actor.id }, { fields, at: deps.clock.now() });
}

/** Throws away what is typed so far. */
export async function dropEntry(deps: Deps, actor: Actor, place: Pick<EntryWanted, 'cycleId' | 'collaborativeId'>): Promise<void> {
  authorize(applicationPolicy.enter(actor, place.collaborativeId));
  await deleteEntryDraft(deps.db, { ...place, personId: actor.id ?? '' });
}
