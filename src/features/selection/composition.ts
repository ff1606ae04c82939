/** One row of the composition: a group of a dimension, among all applicants and on the slate. Null: too small to show. */
export interface GroupCount {
  readonly group: string;
  readonly applicants: number | null;
  readonly placed: number | null;
}

interface Member {
  readonly group: string;
  readonly isPlaced: boolean;
}

/**
 * Counts the groups of one dimension, largest first. Groups under `smallest` applicants are not shown; where only one
 * would be hidden, the next smallest is hidden with it, so that nobody can find it by subtraction.
 */
export function compositionOf(members: readonly Member[], smallest: number): GroupCount[] {
  const counts = new Map<string, { applicants: number; placed: number }>();
  for (const { group, isPlaced } of members) {
    const count = counts.get(group) ?? { applicants: 0, placed: 0 };
    counts.set(group, { applicants: count.applicants + 1, placed: count.placed + (isPlaced ? 1 : 0) });
  }
  const sorted = [...counts].sort(([nameA, a], [nameB, b]) => b.applicants - a.applicants || nameA.localeCompare(nameB));
  const small = sorted.filter(([, count]) => count.applicants < smallest).length;
  const hidden = small === 1 ? 2 : small;
  return sorted.map(([group, count], index) => ({
    group,
    ...(index >= sorted.length - hidden ? { applicants: null, placed: null } : count),
  }));
}
