import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import type { Collaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import { findTargets, saveTargets } from './composition.queries';
import type { Target } from './target';
import { targetPolicy } from './target.policy';

/** Puts these targets in the place of those before, against the version the page showed. */
export function setTargets(
  deps: Deps,
  actor: Actor,
  where: { readonly cycle: Cycle; readonly collaborative: Collaborative },
  { version, targets }: { readonly version: number; readonly targets: readonly Target[] },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const place = { cycleId: where.cycle.id, collaborativeId: where.collaborative.id };
    conceal(targetPolicy.view(actor, place));
    authorize(targetPolicy.set(actor, place));
    const cycle = await getCycle(tx.db, place.cycleId);
    if (isOver(cycle)) throw new Conflict('composition.errors.over');
    const before = await findTargets(tx.db, place);
    if (before.version !== version) throw new Conflict();
    const saved = await saveTargets(tx, { ...before, targets, savedBy: actor.id, savedAt: tx.clock.now() });
    await recordEvent(tx, {
      action: 'composition.setTargets',
      actor,
      subject: { kind: 'targets', id: saved.id },
      collaborativeId: place.collaborativeId,
      before: { targets: before.targets },
      after: { targets },
    });
  });
}

/** Once the decisions are out nothing is aimed at any more. */
export const isOver = ({ status }: Pick<Cycle, 'status'>): boolean =>
  status === 'released' || status === 'complete' || status === 'cancelled';
