import type { LocalText } from '../../lib/local-text';
import { shownGroups } from './small-groups';

/** What the make-up of a body is looked at by. `area`: where the person's ZIP code likely lies. */
export const dimensions = ['constituency', 'school', 'area', 'language', 'served'] as const;
export type Dimension = (typeof dimensions)[number];

/** The group of a person who named none: no school, or a ZIP code we do not know. */
export const noGroup = 'none';

/** A person by the group they belong to in each dimension. */
export interface Member {
  readonly groups: Readonly<Record<Dimension, string>>;
  readonly isPlaced: boolean;
}

/** Where an applicant's child goes to school and where their ZIP code likely lies. */
export interface Whereabouts {
  readonly school: string;
  readonly area: string;
  /** The collaborative of the school; null without one. */
  readonly schoolArea: string | null;
}

/** What groups are called: schools as they are, areas in both languages. */
export interface GroupNames {
  readonly schools: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, LocalText>;
}

/** One row of the composition: a group of a dimension, among all applicants and on the slate. Null: too small to show. */
export interface GroupCount {
  readonly group: string;
  readonly applicants: number | null;
  readonly placed: number | null;
}

/** Counts the groups of one dimension, largest first; small groups, and what would give them away, not shown (`shownGroups`). */
export function compositionOf(members: readonly { readonly group: string; readonly isPlaced: boolean }[], smallest: number): GroupCount[] {
  const applicants = new Map<string, number>();
  const placed = new Map<string, number>();
  for (const { group, isPlaced } of members) {
    applicants.set(group, (applicants.get(group) ?? 0) + 1);
    if (isPlaced) placed.set(group, (placed.get(group) ?? 0) + 1);
  }
  return shownGroups(applicants, smallest).map(({ group, count }) => ({
    group,
    applicants: count,
    placed: count === null ? null : (placed.get(group) ?? 0),
  }));
}

/** The groups of one dimension, counted. */
export const countedBy = (members: readonly Member[], dimension: Dimension, smallest: number): GroupCount[] =>
  compositionOf(
    members.map(({ groups, isPlaced }) => ({ group: groups[dimension], isPlaced })),
    smallest,
  );
