export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More pairs of words than this are not compared one by one: the old text stands removed, the new one added. */
const mostPairs = 4_000_000;

/** Two texts word by word: runs of words that stayed, went or came, in reading order; blanks go with the word after them. */
export function wordDiff(before: string, after: string): WordChange[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const head = countShared(old, now);
  const tail = countShared(old.slice(head).reverse(), now.slice(head).reverse());
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([
    ...old.slice(0, head).map((text): WordChange => ({ kind: 'same', text })),
    ...middle,
    ...now.slice(now.length - tail).map((text): WordChange => ({ kind: 'same', text })),
  ]);
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+/gu) ?? [];

function countShared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a[count] === b[count]) count += 1;
  return count;
}

/** By the longest common subsequence of words. */
function between(old: readonly string[], now: readonly string[]): WordChange[] {
  if (old.length * now.length > mostPairs)
    return [...old.map((text): WordChange => ({ kind: 'removed', text })), ...now.map((text): WordChange => ({ kind: 'added', text }))];
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return walk(old, now, at);
}

/** From the front: a word of both stays; else the old word goes first where that loses nothing. */
function walk(old: readonly string[], now: readonly string[], at: (i: number, j: number) => number): WordChange[] {
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  const goes = (): boolean => j === now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1));
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      changes.push({ kind: 'same', text: wordAt(old, i) });
      i += 1;
      j += 1;
    } else if (goes()) {
      changes.push({ kind: 'removed', text: wordAt(old, i) });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: wordAt(now, j) });
      j += 1;
    }
  }
  return changes;
}

const wordAt = (words: readonly string[], index: number): string => words[index] ?? '';

/** Neighbours of one kind as one run. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.kind === change.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + change.text };
    else runs.push(change);
  }
  return runs;
}
