import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { MessageKey } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { RawForm } from '../../lib/form';
import { readableCode } from '../../lib/ids';
import { authorize } from '../../lib/policy';
import type { CalendarDate } from '../../lib/time';
import { getCycle, type Answers, type Cycle } from '../cycles';
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
  /** Lets in what came after the closing day; may be empty. */
  readonly lateCode?: string;
}

/** What came after the closing, with the code that its sender has. */
export interface LatePaper {
  readonly code: string;
  readonly cycle: Cycle;
  readonly collaborativeId: string;
  readonly receivedOn: CalendarDate;
}

/** Takes one use of a late code, in the caller's transaction; answers its id, or why it lets nothing in. Kept by whoever makes codes. */
export type UseLateCode = (
  tx: Deps,
  actor: Actor,
  paper: LatePaper,
) => Promise<{ readonly lateCodeId: string } | { readonly why: MessageKey }>;

export type Entered =
  | { readonly outcome: 'entered'; readonly application: Application }
  /** The late code lets nothing in. */
  | { readonly outcome: 'refused'; readonly why: MessageKey };

/** Enters and sends an application that came by telephone, on paper or in person; the history names who typed it. */
export async function enterApplication(deps: Deps, actor: Actor, wanted: EntryWanted, useLateCode: UseLateCode): Promise<Entered> {
  return inTransaction(deps, async (tx) => {
    const { collaborativeId, note } = wanted;
    authorize(applicationPolicy.enter(actor, collaborativeId));
    const cycle = await getCycle(tx.db, wanted.cycleId);
    const late = await admitted(tx, actor, { cycle, wanted }, useLateCode);
    if ('why' in late) return { outcome: 'refused', why: late.why };
    const application = await enter(tx, actor, { cycle, wanted, lateCodeId: late.lateCodeId });
    await insertEntryNote(tx.db, application.id, note, tx.clock.now());
    await deleteEntryDraft(tx.db, { cycleId: cycle.id, collaborativeId, personId: actor.id ?? '' });
    return { outcome: 'entered', application };
  });
}

interface Entering {
  readonly cycle: Cycle;
  readonly wanted: EntryWanted;
}

/** What came in time needs no code; what came after the closing day comes in by one. Throws Conflict (409) for all else. */
async function admitted(
  tx: Deps,
  actor: Actor,
  { cycle, wanted }: Entering,
  useLateCode: UseLateCode,
): Promise<{ readonly lateCodeId: string | null } | { readonly why: MessageKey }> {
  const { lateCode: code = '', collaborativeId, note } = wanted;
  const problem = entryProblem(cycle, note.receivedOn, tx.clock.now());
  if (problem === null) return { lateCodeId: null };
  if (problem !== 'afterClosing' || code === '') throw new Conflict(`applications.errors.entry.${problem}`);
  return useLateCode(tx, actor, { code, cycle, collaborativeId, receivedOn: note.receivedOn });
}

async function enter(
  tx: Deps,
  actor: Actor,
  { cycle, wanted, lateCodeId }: Entering & { readonly lateCodeId: string | null },
): Promise<Application> {
  const now = tx.clock.now();
  const typed = withAnswers({ ...blankApplication, begunAt: now, savedAt: now }, wanted.answers);
  const draft = await insertApplication(tx, {
    ...typed,
    reference: readableCode(tx.random),
    cycleId: cycle.id,
    formId: cycle.formId,
    personId: await insertApplicant(tx, typed, wanted.address),
    enteredBy: actor.id,
    lateCodeId,
  });
  if (Object.keys(wanted.apart).length > 0) await saveDemographics(tx.db, draft.id, wanted.apart);
  const submitted = { ...draft, status: applicationMachine.next(draft.status, 'submit'), submittedAt: now };
  return fileApplication(tx, actor, submitted, { cycle, by: 'entry' });
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
