import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { listCollaboratives } from '../collaboratives';
import { freezeForm, freezeRubric, getForm, getRubric, insertForm, insertRubric, standardForm, standardRubric } from '../forms';
import { cycleMachine, stepsDue, usualCycleSettings, type Cycle, type CycleEvent, type CycleSettings } from './cycle';
import type { CopyAsked } from './copy';
import type { CycleDraft } from './cycle.form';
import { cyclePolicy } from './cycle.policy';
import { findCycleByCode, getCycle, getCycleByCode, insertCycle, listMovingCycles, saveCycle } from './cycle.queries';
import { listSeatsFreeOn, saveSeatsOnOffer } from './offer-of-seats.queries';
import { changedSettings, withSettings, type WantedSettings } from './settings';

/** What is done in the same transaction when a cycle was made from an earlier one with its panels. */
export type WhenCopied = (tx: Deps, actor: Actor, cycles: { readonly from: Cycle; readonly to: Cycle }) => Promise<void>;

export interface NewCycleAsked {
  readonly draft: CycleDraft;
  readonly copy: CopyAsked | null;
  readonly whenCopied: WhenCopied;
}

/**
 * Sets up a cycle as a draft with the seats that will be free: for all collaboratives with the standard form and rubric,
 * or with form, rubric, settings and collaboratives of an earlier cycle, each as a version of its own.
 */
export async function createCycle(deps: Deps, actor: Actor, { draft, copy, whenCopied }: NewCycleAsked): Promise<Cycle> {
  return inTransaction(deps, async (tx) => {
    authorize(cyclePolicy.manage(actor));
    if ((await findCycleByCode(tx.db, draft.code)) !== undefined) throw new Conflict('cycles.errors.codeTaken');
    const collaboratives = await listCollaboratives(tx.db, draft.termStartsOn);
    const from = copy === null ? null : await getCycleByCode(tx.db, copy.from);
    const collaborativeIds = collaboratives.map(({ id }) => id).filter((id) => from === null || from.collaborativeIds.includes(id));
    const cycle = await insertCycle(tx, { ...draft, status: 'draft', ...(await takenFrom(tx, actor, from)), collaborativeIds });
    await saveSeatsOnOffer(tx.db, cycle.id, await listSeatsFreeOn(tx.db, collaborativeIds, cycle.termStartsOn));
    await record(tx, actor, cycle, 'create', { after: { code: cycle.code, ...(from === null ? {} : { from: from.code }) } });
    if (from !== null && copy?.panels === true) await whenCopied(tx, actor, { from, to: cycle });
    return cycle;
  });
}

async function takenFrom(tx: Deps, { name }: Actor, from: Cycle | null): Promise<Pick<Cycle, 'formId' | 'rubricId' | 'settings'>> {
  const pages = from === null ? standardForm : (await getForm(tx.db, from.formId)).pages;
  const criteria = from === null ? standardRubric : (await getRubric(tx.db, from.rubricId)).criteria;
  return {
    settings: from?.settings ?? usualCycleSettings,
    formId: await insertForm(tx, { number: 1, pages, frozenAt: null, writtenBy: name }),
    rubricId: await insertRubric(tx, { number: 1, criteria, writtenBy: name, frozenAt: null }),
  };
}

/** Changes a cycle's name and dates. */
export async function editCycle(deps: Deps, actor: Actor, code: string, draft: CycleDraft): Promise<Cycle> {
  return inTransaction(deps, async (tx) => {
    const before = await getCycleByCode(tx.db, code);
    authorize(cyclePolicy.manage(actor));
    const after = await saveCycle(tx.db, { ...before, ...draft, code });
    await record(tx, actor, after, 'edit', { before: datesOf(before), after: datesOf(after) });
    return after;
  });
}

/** Changes settings of a cycle: those that may still change in its state. Answers whether anything changed. */
export async function changeSettings(deps: Deps, actor: Actor, code: string, wanted: WantedSettings): Promise<boolean> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, code);
    authorize(cyclePolicy.manage(actor));
    if (cycle.version !== wanted.version) throw new Conflict();
    const settings = withSettings(cycle.settings, wanted.settings, cycle.status);
    const changed = changedSettings(cycle.settings, settings);
    if (changed.length === 0) return false;
    await saveCycle(tx.db, { ...cycle, settings });
    const only = (all: CycleSettings) => Object.fromEntries(changed.map((name) => [name, all[name]]));
    await record(tx, actor, cycle, 'set', { before: only(cycle.settings), after: only(settings) });
    return true;
  });
}

/** Moves a cycle by hand; the reason, where one was asked for, is kept in the history. */
export async function moveCycle(deps: Deps, actor: Actor, code: string, move: Move): Promise<Cycle> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, code);
    authorize(cyclePolicy.manage(actor));
    return take(tx, actor, cycle, move);
  });
}

/** Moves every cycle as far as its dates say, each step with its line in the history. For the worker. */
export async function advanceCycles(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  for (const cycle of await listMovingCycles(deps.reads)) {
    if (stepsDue(cycle, now).length > 0) await inTransaction(deps, (tx) => advance(tx, cycle.id));
  }
}

interface Move {
  readonly step: CycleEvent;
  readonly reason?: string;
  /** What was still open on the list of things to do before the step. */
  readonly open?: readonly string[];
}

async function advance(tx: Deps, id: string): Promise<void> {
  let cycle = await getCycle(tx.db, id);
  for (const step of stepsDue(cycle, tx.clock.now())) cycle = await take(tx, 'system', cycle, { step });
}

async function take(tx: Deps, actor: Actor | 'system', cycle: Cycle, move: Move): Promise<Cycle> {
  const status = cycleMachine.next(cycle.status, move.step);
  const saved = await saveCycle(tx.db, { ...cycle, status });
  if (move.step === 'open') await freeze(tx, actor, cycle);
  const why = {
    ...(move.reason === undefined || move.reason === '' ? {} : { reason: move.reason }),
    ...(move.open === undefined ? {} : { open: move.open }),
  };
  await record(tx, actor, cycle, move.step, { before: { status: cycle.status }, after: { status, ...why } });
  return saved;
}

/** The form and the rubric of a cycle stay as they are once it is open. */
async function freeze(tx: Deps, actor: Actor | 'system', cycle: Cycle): Promise<void> {
  const now = tx.clock.now();
  await freezeForm(tx.db, cycle.formId, now, actor === 'system' ? null : actor.id);
  await freezeRubric(tx.db, cycle.rubricId, now);
}

type Verb = CycleEvent | 'create' | 'edit' | 'set';

const record = (
  tx: Deps,
  actor: Actor | 'system',
  cycle: Cycle,
  verb: Verb,
  change: { before?: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> },
): Promise<void> =>
  recordEvent(tx, { action: `cycles.${verb}`, actor, subject: { kind: 'cycle', id: cycle.id }, collaborativeId: null, ...change });

const datesOf = ({ opensAt, closesAt, reviewBy, decisionsOn, termStartsOn, termEndsOn }: Cycle) => ({
  opensAt,
  closesAt,
  reviewBy,
  decisionsOn,
  termStartsOn,
  termEndsOn,
});
