/** The fewest of these that must have been moved to come from one order to the other; what one order lacks does not count. */
export function movedBetween(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const shared = after.filter((id) => places.has(id));
  const kept = longestRising(shared.map((id) => places.get(id) ?? 0));
  return shared.filter((id) => !kept.has(places.get(id) ?? 0));
}

/** The members of a longest rising subsequence of distinct numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const number of numbers) {
    const before = runs.filter((run) => (run.at(-1) ?? -1) < number).sort((a, b) => b.length - a.length)[0] ?? [];
    runs.push([...before, number]);
  }
  return new Set([...runs].sort((a, b) => b.length - a.length)[0] ?? []);
}
