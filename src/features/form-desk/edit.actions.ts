import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { conceal, authorize } from '../../lib/policy';
import { deleteEdit, insertEdit, longestWay, mostSteps, saveForm, type FormEditVerb, type FormVersion, type Pages } from '../forms';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk, type FormDesk } from './form-desk.queries';
import { mayEditIn } from './form-stage';

/** What an edit makes of the pages. */
export interface Edited {
  readonly pages: Pages;
  readonly verb: FormEditVerb;
  readonly subject: LocalText;
}

interface Wanted {
  readonly code: string;
  /** The version that the page was made from; an older one is refused (409). Null where the edit compares for itself. */
  readonly version: number | null;
}

type Edit = (form: FormVersion) => Edited;

/** One edit of a cycle's form, kept so that it can be undone. Throws Conflict where the form would get too long. */
export async function editForm(deps: Deps, actor: Actor, wanted: Wanted, edit: Edit): Promise<FormVersion> {
  const saved = await editWithinLimit(deps, actor, wanted, edit);
  if (saved === undefined) throw new Conflict('forms.errors.tooManySteps', { most: mostSteps });
  return saved;
}

/** The same for forms that keep the writer's words: undefined, and nothing saved, where the form would get too long. */
export function editWithinLimit(deps: Deps, actor: Actor, wanted: Wanted, edit: Edit): Promise<FormVersion | undefined> {
  return inTransaction(deps, async (tx) => {
    const { form } = await loadToEdit(tx, actor, wanted);
    const edited = edit(form);
    if (longestWay(edited.pages) > Math.max(mostSteps, longestWay(form.pages))) return undefined;
    const at = tx.clock.now();
    const saved = await saveForm(tx.db, { ...form, pages: edited.pages, writtenBy: actor.name, writtenAt: at });
    await insertEdit(tx, form.id, { pages: form.pages, verb: edited.verb, subject: edited.subject, by: actor.name, at });
    await record(tx, actor, form, edited.verb, { subject: edited.subject.en });
    return saved;
  });
}

/** Puts the form back as it was before the latest edit; answers what was undone. */
export async function undoEdit(deps: Deps, actor: Actor, wanted: { readonly code: string; readonly version: number }): Promise<LocalText> {
  return inTransaction(deps, async (tx) => {
    const { form, lastEdit } = await loadToEdit(tx, actor, wanted);
    if (lastEdit === null) throw new Conflict('forms.errors.nothingToUndo');
    await saveForm(tx.db, { ...form, pages: lastEdit.pages, writtenBy: actor.name, writtenAt: tx.clock.now() });
    await deleteEdit(tx.db, lastEdit.id);
    await record(tx, actor, form, 'undo', { subject: lastEdit.subject.en });
    return lastEdit.subject;
  });
}

async function loadToEdit(tx: Deps, actor: Actor, wanted: Wanted): Promise<FormDesk> {
  const desk = await loadFormDesk(tx.db, wanted.code, tx.clock.now());
  conceal(formDeskPolicy.read(actor, desk.cycle));
  authorize(formDeskPolicy.edit(actor));
  if (!mayEditIn(desk.stage)) throw new Conflict('forms.errors.frozen');
  if (wanted.version !== null && wanted.version !== desk.form.version) throw new Conflict();
  return desk;
}

const record = (
  tx: Deps,
  actor: Actor,
  form: FormVersion,
  verb: FormEditVerb | 'undo',
  after: Readonly<Record<string, string>>,
): Promise<void> =>
  recordEvent(tx, { action: `forms.${verb}`, actor, subject: { kind: 'form', id: form.id }, collaborativeId: null, after });
