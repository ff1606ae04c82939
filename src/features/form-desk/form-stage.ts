import type { Instant } from '../../lib/time';
import { cycleIsOpen, type Cycle } from '../cycles';

/**
 * Where a cycle's form stands. `before` the opening it is edited in place; `frozen` it stays until a new version is begun;
 * a `version` is being written beside the one in force; when the cycle takes no applications any more, it is `over`.
 */
export type FormStage = 'before' | 'frozen' | 'version' | 'over';

export function formStage(
  cycle: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>,
  has: { readonly isFrozen: boolean; readonly hasDraft: boolean },
  now: Instant,
): FormStage {
  const isComing = cycle.status === 'draft' || (cycle.status === 'scheduled' && now < cycle.opensAt);
  if (!has.isFrozen) return isComing ? 'before' : 'over';
  if (!isComing && !cycleIsOpen(cycle, now)) return 'over';
  return has.hasDraft ? 'version' : 'frozen';
}

export const mayEditIn = (stage: FormStage): boolean => stage === 'before' || stage === 'version';

/** The rubric likewise, until decisions are made by it: reviewers score after the closing. */
export function rubricStage(
  cycle: Pick<Cycle, 'status' | 'opensAt'>,
  has: { readonly isFrozen: boolean; readonly hasDraft: boolean },
  now: Instant,
): FormStage {
  const isComing = cycle.status === 'draft' || (cycle.status === 'scheduled' && now < cycle.opensAt);
  if (!has.isFrozen) return isComing ? 'before' : 'over';
  if (!isComing && !scoredIn.includes(cycle.status)) return 'over';
  return has.hasDraft ? 'version' : 'frozen';
}

const scoredIn: readonly Cycle['status'][] = ['open', 'closed', 'in_review'];
