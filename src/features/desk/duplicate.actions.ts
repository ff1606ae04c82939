import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { getApplicationByReference, listCandidaciesOf, mergeApplications, type Application, type Candidacy } from '../applications';
import { mergePolicy } from './duplicate';
import { isOnSlate, saveJudgement } from './duplicate.queries';

export interface Two {
  readonly kept: Application;
  readonly other: Application;
  readonly candidacies: readonly Candidacy[];
}

/** Two applications that this person may see beside each other: staff of one collaborative that both name. */
export async function loadTwo(tx: Pick<Deps, 'db'>, actor: Actor, ref: string, otherRef: string): Promise<Two> {
  const [kept, other] = [await getApplicationByReference(tx.db, ref), await getApplicationByReference(tx.db, otherRef)];
  const [own, others] = [await listCandidaciesOf(tx.db, kept.id), await listCandidaciesOf(tx.db, other.id)];
  const shared = own.filter(({ collaborativeId }) => others.some((one) => one.collaborativeId === collaborativeId));
  const sees = isAdministrator(actor) || shared.some(({ collaborativeId }) => isStaffOf(actor, collaborativeId));
  if (!sees || kept.id === other.id || kept.cycleId !== other.cycleId) throw new NotFound();
  return { kept, other, candidacies: [...own, ...others] };
}

const collaborativesIn = ({ candidacies }: Two): string[] => candidacies.map(({ collaborativeId }) => collaborativeId);

export const mayMerge = (actor: Actor, two: Two) => mergePolicy(actor, collaborativesIn(two));

/** Remembers that two applications are of different people; they are not shown as alike again. */
export function tellApart(deps: Deps, actor: Actor, ref: string, otherRef: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { kept, other } = await loadTwo(tx, actor, ref, otherRef);
    await saveJudgement(tx.db, [kept.id, other.id], 'different', { id: actor.id ?? '', at: tx.clock.now() });
    const after = { other: other.reference };
    await recordEvent(tx, { action: 'desk.tellApart', actor, subject: { kind: 'application', id: kept.id }, collaborativeId: null, after });
  });
}

/** Makes one application of two. Answers the reference that counts. */
export function mergeTwo(
  deps: Deps,
  actor: Actor,
  refs: { readonly kept: string; readonly other: string },
  answersOf: 'kept' | 'other',
): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const two = await loadTwo(tx, actor, refs.kept, refs.other);
    authorize(mayMerge(actor, two));
    if (await isOnSlate(tx.db, [two.other.id])) throw new Conflict('desk.errors.onSlate');
    const merged = await mergeApplications(tx, actor, { ...two, answersOf });
    await saveJudgement(tx.db, [two.kept.id, two.other.id], 'merged', { id: actor.id ?? '', at: tx.clock.now() });
    return merged.reference;
  });
}
