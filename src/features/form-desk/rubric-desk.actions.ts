import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { saveCycle } from '../cycles';
import {
  deleteRubricDraft,
  freezeRubric,
  insertRubric,
  moveCriterion,
  rubricDifferences,
  saveRubric,
  weightsAreWhole,
  withCriterion,
  withoutCriterion,
  type Criterion,
  type RubricVersion,
} from '../forms';
import { fingerprint } from './fingerprint';
import { formDeskPolicy } from './form-desk.policy';
import { mayEditIn, type FormStage } from './form-stage';
import type { CriterionDraft, Weights } from './rubric-desk.form';
import { loadRubricDesk, type RubricDesk } from './rubric-desk.queries';

type Editor = Actor & { readonly id: string };

/** Saves all weights together; anything but a whole of 100 never gets here. */
export const saveWeights = (deps: Deps, actor: Editor, code: string, { version, writtenBy, weights }: Weights): Promise<RubricVersion> =>
  edit(deps, actor, { code, version }, (rubric) => ({
    ...rubric,
    writtenBy,
    criteria: rubric.criteria.map((criterion) => ({ ...criterion, weight: weights.get(criterion.key) ?? criterion.weight })),
  }));

export async function addCriterion(deps: Deps, actor: Editor, code: string, draft: CriterionDraft): Promise<string> {
  const key = `c_${deps.newId().slice(-12)}`;
  await edit(deps, actor, { code, version: null }, (rubric) => ({
    ...rubric,
    criteria: withCriterion(rubric.criteria, { key, ...draft.words }),
  }));
  return key;
}

/** Rewords a criterion; answers it as it stands where somebody else reworded it first. */
export async function changeCriterion(
  deps: Deps,
  actor: Editor,
  code: string,
  key: string,
  draft: CriterionDraft,
): Promise<Criterion | undefined> {
  let stale: Criterion | undefined;
  try {
    await edit(deps, actor, { code, version: null }, (rubric) => {
      const before = criterionOf(rubric, key);
      if (fingerprint(wordsOf(before)) !== draft.seen) {
        stale = before;
        throw new Conflict();
      }
      return { ...rubric, criteria: rubric.criteria.map((one) => (one.key === key ? { ...one, ...draft.words } : one)) };
    });
    return undefined;
  } catch (error) {
    if (stale === undefined) throw error;
    return stale;
  }
}

/** What the editor of a criterion shows of it. */
export const wordsOf = ({ label, guide, anchors }: Criterion) => ({ label, guide, anchors });

export const removeCriterion = (
  deps: Deps,
  actor: Editor,
  wanted: { code: string; version: number },
  key: string,
): Promise<RubricVersion> =>
  edit(deps, actor, wanted, (rubric) => {
    criterionOf(rubric, key);
    if (rubric.criteria.length === 1) throw new Conflict('rubrics.errors.lastCriterion');
    return { ...rubric, criteria: withoutCriterion(rubric.criteria, key) };
  });

export const shiftCriterion = (
  deps: Deps,
  actor: Editor,
  wanted: { readonly code: string; readonly version: number },
  { key, by }: { readonly key: string; readonly by: -1 | 1 },
): Promise<RubricVersion> =>
  edit(deps, actor, wanted, (rubric) => {
    const place = rubric.criteria.indexOf(criterionOf(rubric, key)) + by;
    return { ...rubric, criteria: moveCriterion(rubric.criteria, key, place) };
  });

function edit(
  deps: Deps,
  actor: Editor,
  { code, version }: { readonly code: string; readonly version: number | null },
  change: (rubric: RubricVersion) => RubricVersion,
): Promise<RubricVersion> {
  return inTransaction(deps, async (tx) => {
    const desk = await load(tx, actor, code);
    if (!mayEditIn(desk.stage)) throw new Conflict('rubrics.errors.frozen');
    if (version !== null && version !== desk.rubric.version) throw new Conflict();
    const saved = await saveRubric(tx.db, { ...change(desk.rubric), writtenAt: tx.clock.now() });
    await record(tx, actor, desk, 'edit', {});
    return saved;
  });
}

/** Begins a new version of a frozen rubric, from the words in force. */
export const beginRubricVersion = (deps: Deps, actor: Editor, code: string): Promise<void> =>
  inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'frozen');
    const { inForce } = desk;
    const number = inForce.number + 1;
    await insertRubric(tx, {
      line: inForce.line,
      number,
      criteria: inForce.criteria,
      writtenBy: inForce.writtenBy,
      writtenAt: tx.clock.now(),
      frozenAt: null,
    });
    await record(tx, actor, desk, 'begin', { version: number });
  });

export const discardRubricVersion = (deps: Deps, actor: Editor, code: string, version: number): Promise<void> =>
  inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'version');
    if ((await deleteRubricDraft(tx.db, { id: desk.rubric.id, version })) === 0) throw new Conflict();
    await record(tx, actor, desk, 'discard', { version: desk.rubric.number });
  });

/** Puts a version in force. Reviews that are complete keep the one they were scored by. False where nothing differs. */
export const publishRubricVersion = (
  deps: Deps,
  actor: Editor,
  code: string,
  { version, note }: { readonly version: number; readonly note: string },
): Promise<boolean> =>
  inTransaction(deps, async (tx) => {
    const desk = await loadIn(tx, actor, code, 'version');
    const { rubric, inForce, cycle } = desk;
    if (rubric.version !== version || !weightsAreWhole(rubric.criteria)) throw new Conflict();
    if (rubricDifferences(inForce.criteria, rubric.criteria).length === 0) return false;
    const at = tx.clock.now();
    await saveRubric(tx.db, { ...rubric, note, writtenAt: at });
    await freezeRubric(tx.db, rubric.id, at);
    await saveCycle(tx.db, { ...cycle, rubricId: rubric.id });
    await record(tx, actor, desk, 'publish', { version: rubric.number, scored: desk.scored, note });
    return true;
  });

async function load(tx: Deps, actor: Actor, code: string): Promise<RubricDesk> {
  const desk = await loadRubricDesk(tx.db, code, tx.clock.now());
  conceal(formDeskPolicy.read(actor, desk.cycle));
  authorize(formDeskPolicy.edit(actor));
  return desk;
}

async function loadIn(tx: Deps, actor: Actor, code: string, stage: FormStage): Promise<RubricDesk> {
  const desk = await load(tx, actor, code);
  if (desk.stage !== stage) throw new Conflict();
  return desk;
}

function criterionOf({ criteria }: RubricVersion, key: string): Criterion {
  const criterion = criteria.find((one) => one.key === key);
  if (criterion === undefined) throw new NotFound();
  return criterion;
}

const record = (
  tx: Deps,
  actor: Actor,
  { cycle }: RubricDesk,
  verb: 'edit' | 'begin' | 'discard' | 'publish',
  after: Readonly<Record<string, string | number>>,
): Promise<void> =>
  recordEvent(tx, { action: `rubrics.${verb}`, actor, subject: { kind: 'cycle', id: cycle.id }, collaborativeId: null, after });
