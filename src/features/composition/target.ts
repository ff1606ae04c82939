import type { Instant } from '../../lib/time';
import { noGroup, type Dimension, type Member } from './composition';

/** Every group of the dimension, one by one: "at most 2 from any one school". */
export const anyOne = 'any_one';

/** How many seats a group is to have. `null`: no limit on that side. */
export interface Target {
  readonly dimension: Dimension;
  readonly group: string;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** What a collaborative aims at in a cycle. Version 0: nobody has set anything. */
export interface TargetSet {
  readonly id: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly targets: readonly Target[];
  readonly savedBy: string | null;
  readonly savedAt: Instant | null;
  readonly version: number;
}

export type TargetState = 'met' | 'below' | 'above';

export interface TargetStanding extends Target {
  /** Seated people of the group; of the largest group where the target is for any one. */
  readonly placed: number;
  readonly state: TargetState;
}

/** How the seated people stand against each target. */
export const standingsOf = (targets: readonly Target[], members: readonly Member[]): TargetStanding[] =>
  targets.map((target) => {
    const placed = placedIn(target, members);
    return { ...target, placed, state: stateOf(target, placed) };
  });

export function stateOf({ atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>, placed: number): TargetState {
  if (atMost !== null && placed > atMost) return 'above';
  return atLeast !== null && placed < atLeast ? 'below' : 'met';
}

/** Whether a person counts towards a target for a named group. */
export const countsFor = ({ dimension, group }: Pick<Target, 'dimension' | 'group'>, groups: Member['groups']): boolean =>
  groups[dimension] === group;

function placedIn(target: Pick<Target, 'dimension' | 'group'>, members: readonly Member[]): number {
  const seated = members.filter(({ isPlaced }) => isPlaced);
  if (target.group !== anyOne) return seated.filter(({ groups }) => countsFor(target, groups)).length;
  const counts = new Map<string, number>();
  for (const { groups } of seated) {
    const group = groups[target.dimension];
    if (group !== noGroup) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

export type TargetProblem = 'turned' | 'tooMany';

/** What makes targets impossible: more at least than at most, or more seats wanted in a dimension than there are. */
export function problemsOf(targets: readonly Target[], seats: number): { readonly target: Target; readonly problem: TargetProblem }[] {
  const turned = targets.filter(({ atLeast, atMost }) => atLeast !== null && atMost !== null && atLeast > atMost);
  const wanted = new Map<Dimension, number>();
  const tooMany = targets.filter(({ dimension, atLeast }) => {
    const before = wanted.get(dimension) ?? 0;
    wanted.set(dimension, before + (atLeast ?? 0));
    return (atLeast ?? 0) > 0 && before + (atLeast ?? 0) > seats;
  });
  return [
    ...turned.map((target) => ({ target, problem: 'turned' as const })),
    ...tooMany.map((target) => ({ target, problem: 'tooMany' as const })),
  ];
}
