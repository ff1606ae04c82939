import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import type { Cycle } from '../cycles';

/** Collaboratives of a cycle for which this person may let people in late: their own, or all for administrators. */
export const collaborativesOf = (actor: Actor, { collaborativeIds }: Pick<Cycle, 'collaborativeIds'>): string[] =>
  collaborativeIds.filter((id) => isAdministrator(actor) || isStaffOf(actor, id));

export const lateEntryPolicy = {
  /** The page with the codes of a cycle. */
  arrange: (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>) =>
    allowIf(collaborativesOf(actor, cycle).length > 0, 'lateEntry.denied.arrange'),

  /** Making or ending a code of one collaborative. */
  manage: (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>, collaborativeId: string) =>
    allowIf(collaborativesOf(actor, cycle).includes(collaborativeId), 'lateEntry.denied.arrange'),

  /** More time for one applicant: staff of a collaborative that was named; before any is named, of any in the cycle. */
  extend: (actor: Actor, cycle: Pick<Cycle, 'collaborativeIds'>, named: readonly string[]) =>
    allowIf(
      collaborativesOf(actor, cycle).some((id) => named.length === 0 || named.includes(id)),
      'lateEntry.denied.arrange',
    ),
} as const;
