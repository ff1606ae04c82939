import { performance } from 'node:perf_hooks';
import { planAssignment, type FileToAssign, type ReviewerToAssign } from '../../src/features/panels';

/** Milliseconds to plan three reviews each for 1,140 applications among 30 reviewers, with conflicts, languages and limits. */
export function measureAssignment(): number {
  const reviewers = Array.from({ length: 30 }, (_, at): ReviewerToAssign => ({
    id: `r${String(at)}`,
    load: at % 4,
    most: at % 7 === 0 ? 120 : null,
  }));
  const files = Array.from({ length: 1140 }, (_, at): FileToAssign => {
    const conflicts = [at % 30, (at * 7) % 30].map((reviewer) => [`r${String(reviewer)}`, 'conflict'] as const);
    const unread = at % 2 === 0 ? [] : Array.from({ length: 10 }, (_unused, reviewer) => [`r${String(reviewer)}`, 'language'] as const);
    return {
      candidacyId: `c${String(at)}`,
      constituency: ['families', 'community', 'business'][at % 3] ?? 'families',
      needed: 3,
      barred: new Map([...unread, ...conflicts]),
      avoided: new Set([`r${String((at * 11) % 30)}`]),
      movable: [],
      released: [],
    };
  });
  const began = performance.now();
  planAssignment(files, reviewers);
  return performance.now() - began;
}
