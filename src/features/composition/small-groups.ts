/** A group with its number; null where it is too small to show. */
export interface ShownGroup {
  readonly group: string;
  readonly count: number | null;
}

/**
 * Groups by size, largest first, those under `smallest` not shown (domain.md 4). Nobody may find a hidden group from the
 * total: what is hidden together is at least two groups, at least `smallest` people, and more people than groups (else each
 * would be one), so the next group is hidden too until it is. Hidden groups stand by name, their order says nothing.
 */
export function shownGroups(counts: ReadonlyMap<string, number>, smallest: number): ShownGroup[] {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB));
  let first = sorted.findIndex(([, count]) => count < smallest);
  if (first === -1) first = sorted.length;
  const hidden = () => sorted.slice(first);
  const isSafe = () => hidden().length === 0 || (hidden().length > 1 && sum(hidden()) >= smallest && sum(hidden()) > hidden().length);
  while (!isSafe() && first > 0) first -= 1;
  const shown = sorted.slice(0, first).map(([group, count]) => ({ group, count }));
  const kept = hidden().map(([group]) => ({ group, count: null }));
  return [...shown, ...kept.sort((a, b) => a.group.localeCompare(b.group))];
}

const sum = (groups: readonly (readonly [string, number])[]): number => groups.reduce((total, [, count]) => total + count, 0);
