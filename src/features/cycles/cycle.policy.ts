import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import type { Instant } from '../../lib/time';
import type { Cycle } from './cycle';

/** Collaboratives of a cycle whose figures this person may see: their own, or all for administrators. */
export const collaborativesSeen = (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>): string[] => {
  const own = [...collaborativesAs(actor, 'staff'), ...collaborativesAs(actor, 'approver')];
  return cycle.collaborativeIds.filter((id) => isAdministrator(actor) || own.includes(id));
};

export const cyclePolicy = {
  /** The staff page of a cycle: staff and approvers of a collaborative in it, administrators. */
  view: (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>) =>
    allowIf(isAdministrator(actor) || collaborativesSeen(actor, cycle).length > 0, 'cycles.denied.view'),

  /** The list of cycles shows what `view` allows; who has none of the roles does not get it. */
  list: (actor: Actor) =>
    allowIf(
      isAdministrator(actor) || collaborativesAs(actor, 'staff').length + collaborativesAs(actor, 'approver').length > 0,
      'cycles.denied.view',
    ),

  /** Cycles, forms, rubrics and dates are the administrators' (domain.md 3). */
  manage: (actor: Actor) => allowIf(isAdministrator(actor), 'cycles.denied.manage'),

  /** The rubric is public from the opening, and to those who see the cycle before. */
  readRubric: (actor: Actor, cycle: Cycle, now: Instant) =>
    allowIf(isPublic(cycle, now) || cyclePolicy.view(actor, cycle).allowed, 'cycles.denied.view'),
};

const isPublic = (cycle: Cycle, now: Instant): boolean =>
  cycle.status === 'scheduled' ? cycle.opensAt <= now : !['draft', 'cancelled'].includes(cycle.status);
