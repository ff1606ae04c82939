import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { saveCycle } from '../cycles';
import { deleteFormDraft, formDifferences, freezeForm, insertForm, saveForm } from '../forms';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk, type FormDesk } from './form-desk.queries';
import type { FormStage } from './form-stage';
import { listTouched } from './version.queries';

/** Begins a new version of a frozen form, from the words in force. */
export async function beginVersion(deps: Deps, actor: Actor & { readonly id: string }, code: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'frozen');
    const { inForce } = desk;
    const number = inForce.number + 1;
    const writing = { writtenBy: actor.name, writtenAt: tx.clock.now(), frozenAt: null };
    await insertForm(tx, { line: inForce.line, number, pages: inForce.pages, ...writing });
    await record(tx, actor, desk, 'begin', { version: number });
  });
}

/** Throws the version that is being written away; the one in force stays. */
export async function discardVersion(deps: Deps, actor: Actor & { readonly id: string }, code: string, version: number): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'version');
    if ((await deleteFormDraft(tx.db, { id: desk.form.id, version })) === 0) throw new Conflict();
    await record(tx, actor, desk, 'discard', { version: desk.form.number });
  });
}

export interface Publication {
  readonly version: number;
  /** What changed, in words. */
  readonly note: string;
  /** Applications the page said it touches. */
  readonly touched: number;
}

export type Published = 'published' | 'sameAsBefore' | 'otherCount';

/**
 * Puts a version in force: it is frozen with who wrote it, and the cycle asks it from now on. What was sent keeps the
 * version it answered. Refused where the number of applications it touches is not the one that was shown.
 */
export async function publishVersion(
  deps: Deps,
  actor: Actor & { readonly id: string },
  code: string,
  wanted: Publication,
): Promise<Published> {
  return inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'version');
    const { cycle, form, inForce } = desk;
    if (form.version !== wanted.version) throw new Conflict();
    if (formDifferences(inForce.pages, form.pages).length === 0) return 'sameAsBefore';
    const touched = await listTouched(tx.db, cycle.id, form);
    if (touched.length !== wanted.touched) return 'otherCount';
    const at = tx.clock.now();
    await saveForm(tx.db, { ...form, note: wanted.note, writtenBy: actor.name, writtenAt: at });
    await freezeForm(tx.db, form.id, at, actor.id);
    await saveCycle(tx.db, { ...cycle, formId: form.id });
    await record(tx, actor, desk, 'publish', { version: form.number, touched: touched.length, note: wanted.note });
    return 'published';
  });
}

async function loadIn(tx: Deps, actor: Actor, code: string, stage: FormStage): Promise<FormDesk> {
  const desk = await loadFormDesk(tx.db, code, tx.clock.now());
  conceal(formDeskPolicy.read(actor, desk.cycle));
  authorize(formDeskPolicy.edit(actor));
  if (desk.stage !== stage) throw new Conflict();
  return desk;
}

const record = (
  tx: Deps,
  actor: Actor,
  { cycle }: FormDesk,
  verb: 'begin' | 'discard' | 'publish',
  after: Readonly<Record<string, string | number>>,
): Promise<void> =>
  recordEvent(tx, { action: `forms.${verb}`, actor, subject: { kind: 'cycle', id: cycle.id }, collaborativeId: null, after });
