import fc from 'fast-check';
import { assignEvenly, type FileToAssign, type NewAssignment } from '../../../src/features/panels/assignment';

const file = (id: string, needed: number, barred: readonly string[] = [], avoided: readonly string[] = []): FileToAssign => ({
  candidacyId: id,
  needed,
  barred: new Set(barred),
  avoided: new Set(avoided),
});

const panel = (size: number): string[] => Array.from({ length: size }, (_, at) => `r${at}`);
const noLoad = (reviewers: readonly string[]) => new Map(reviewers.map((reviewer) => [reviewer, 0]));
const loadsOf = (reviewers: readonly string[], given: readonly NewAssignment[]): number[] =>
  reviewers.map((reviewer) => given.filter((one) => one.reviewerId === reviewer).length);

describe('assigning evenly', () => {
  it('gives each file what it needs and everyone the same, give or take one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 60 }), (size, count) => {
        const reviewers = panel(size);
        const files = Array.from({ length: count }, (_, at) => file(`c${at}`, 3));
        const given = assignEvenly(files, noLoad(reviewers));
        const loads = loadsOf(reviewers, given);
        return given.length === count * 3 && Math.max(...loads) - Math.min(...loads) <= 1;
      }),
    );
  });

  it('never gives a file to someone barred, never twice to one reader, and only fewer where too few may read it', () => {
    const barredSome = fc.array(fc.subarray(panel(5)), { maxLength: 30 });
    fc.assert(
      fc.property(barredSome, (barred) => {
        const files = barred.map((names, at) => file(`c${at}`, 3, names));
        const given = assignEvenly(files, noLoad(panel(5)));
        return files.every((one) => {
          const readers = given.filter((pair) => pair.candidacyId === one.candidacyId).map((pair) => pair.reviewerId);
          const expected = Math.min(3, 5 - one.barred.size);
          return (
            readers.length === expected && new Set(readers).size === readers.length && !readers.some((reader) => one.barred.has(reader))
          );
        });
      }),
    );
  });

  it('leaves no chain of swaps that would make the loads more even', () => {
    const files = [file('a', 1, ['r2']), file('b', 1, ['r2']), file('c', 1, ['r0'])];
    expect(loadsOf(panel(3), assignEvenly(files, noLoad(panel(3))))).toEqual([1, 1, 1]);
  });

  it('fills up those who have fewer already', () => {
    const given = assignEvenly(
      [file('a', 1), file('b', 1)],
      new Map([
        ['r0', 4],
        ['r1', 2],
      ]),
    );
    expect(loadsOf(['r0', 'r1'], given)).toEqual([0, 2]);
  });

  it('prefers readers without a school in common', () => {
    const given = assignEvenly([file('a', 2, [], ['r0'])], noLoad(panel(3)));
    expect(given.map((one) => one.reviewerId)).toEqual(['r1', 'r2']);
  });
});
