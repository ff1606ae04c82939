import { noGroup, type Whereabouts } from '../composition';
import type { PriorityRule } from '../cycles';

/** What is known of a person that a rule can ask. */
export interface PriorityFacts {
  readonly constituency: string;
  readonly where: Whereabouts | undefined;
}

/** What the rule compares with. */
export interface PriorityGround {
  readonly collaborativeId: string;
  /** Schools of those who still sit when the new term begins. */
  readonly represented: ReadonlySet<string>;
}

/** Whether the cycle's rule puts this person first within their constituency (domain.md 6). */
export function hasPriority(
  rule: PriorityRule,
  { constituency, where }: PriorityFacts,
  { collaborativeId, represented }: PriorityGround,
): boolean {
  if (rule === 'none' || where === undefined) return false;
  if (rule === 'in_district') return (where.schoolArea ?? where.area) === collaborativeId;
  return constituency === 'families' && where.school !== noGroup && !represented.has(where.school);
}
