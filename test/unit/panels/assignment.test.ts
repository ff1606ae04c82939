import fc from 'fast-check';
import {
  planAssignment,
  type AssignmentPlan,
  type Bar,
  type FileToAssign,
  type ReviewerToAssign,
} from '../../../src/features/panels/assignment';

const file = (
  id: string,
  given: Partial<Omit<FileToAssign, 'barred' | 'avoided'>> & { barred?: readonly string[]; avoided?: readonly string[] } = {},
): FileToAssign => ({
  candidacyId: id,
  constituency: 'families',
  needed: 3,
  movable: [],
  released: [],
  ...given,
  barred: new Map((given.barred ?? []).map((reviewer): [string, Bar] => [reviewer, 'conflict'])),
  avoided: new Set(given.avoided),
});

const panel = (size: number, most: number | null = null): ReviewerToAssign[] =>
  Array.from({ length: size }, (_, at) => ({ id: `r${String(at)}`, load: 0, most }));
const names = (size: number): string[] => panel(size).map(({ id }) => id);
const readersOf = (plan: AssignmentPlan, id: string): string[] =>
  plan.added.filter((pair) => pair.candidacyId === id).map((pair) => pair.reviewerId);
const loadsOf = (plan: AssignmentPlan): number[] => [...plan.loads.values()];

describe('assigning', () => {
  it('gives each file what it needs and everyone the same, give or take one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 60 }), (size, count) => {
        const plan = planAssignment(
          Array.from({ length: count }, (_, at) => file(`c${String(at)}`)),
          panel(size),
        );
        const loads = loadsOf(plan);
        return plan.added.length === count * 3 && Math.max(...loads) - Math.min(...loads) <= 1 && plan.lacking.size === 0;
      }),
    );
  });

  it('never gives a file to someone barred, never twice to one reader, and only fewer where too few may read it', () => {
    const barredSome = fc.array(fc.subarray(names(5)), { maxLength: 30 });
    fc.assert(
      fc.property(barredSome, (barred) => {
        const files = barred.map((some, at) => file(`c${String(at)}`, { barred: some }));
        const plan = planAssignment(files, panel(5));
        return files.every((one) => {
          const readers = readersOf(plan, one.candidacyId);
          const expected = Math.min(3, 5 - one.barred.size);
          const isSaid = (plan.lacking.get(one.candidacyId) ?? 0) === 3 - expected;
          return (
            isSaid &&
            readers.length === expected &&
            new Set(readers).size === readers.length &&
            !readers.some((reader) => one.barred.has(reader))
          );
        });
      }),
    );
  });

  it('leaves no pass from one reader to another that would make the loads more even', () => {
    const barredSome = fc.array(fc.subarray(names(5), { maxLength: 2 }), { maxLength: 30 });
    fc.assert(
      fc.property(barredSome, (barred) => {
        const files = new Map(barred.map((some, at) => [`c${String(at)}`, file(`c${String(at)}`, { barred: some })]));
        const plan = planAssignment([...files.values()], panel(5));
        const load = (id: string): number => plan.loads.get(id) ?? 0;
        return plan.added.every(({ candidacyId, reviewerId }) =>
          names(5).every(
            (to) =>
              load(to) > load(reviewerId) - 2 ||
              files.get(candidacyId)?.barred.has(to) === true ||
              readersOf(plan, candidacyId).includes(to),
          ),
        );
      }),
    );
  });

  it('keeps to every limit, and makes room by passing files on before it leaves one short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.subarray(names(5), { maxLength: 2 }), { maxLength: 20 }), (most, barred) => {
        const plan = planAssignment(
          barred.map((some, at) => file(`c${String(at)}`, { barred: some })),
          panel(5, most),
        );
        return loadsOf(plan).every((load) => load <= most);
      }),
    );
    const files = [file('a', { needed: 1 }), file('b', { needed: 1, barred: ['r1'] })];
    const plan = planAssignment(files, panel(2, 1));
    expect([readersOf(plan, 'a'), readersOf(plan, 'b')]).toEqual([['r1'], ['r0']]);
  });

  it('fills up those who have fewer already', () => {
    const plan = planAssignment(
      [file('a', { needed: 1 }), file('b', { needed: 1 })],
      [
        { id: 'r0', load: 4, most: null },
        { id: 'r1', load: 2, most: null },
      ],
    );
    expect(loadsOf(plan)).toEqual([4, 4]);
  });

  it('prefers readers without a school in common, and takes one where nobody else is left', () => {
    expect(readersOf(planAssignment([file('a', { needed: 2, avoided: ['r0'] })], panel(3)), 'a')).toEqual(['r1', 'r2']);
    expect(readersOf(planAssignment([file('a', { needed: 3, avoided: ['r0'] })], panel(3)), 'a')).toContain('r0');
  });

  it('spreads constituencies between readers who are equally loaded', () => {
    const files = ['families', 'business', 'families', 'business'].map((constituency, at) =>
      file(`c${String(at)}`, { needed: 1, constituency }),
    );
    const plan = planAssignment(files, panel(2));
    const ofFirst = plan.added
      .filter(({ reviewerId }) => reviewerId === 'r0')
      .map(({ candidacyId }) => files.find((one) => one.candidacyId === candidacyId)?.constituency);
    expect(ofFirst.sort()).toEqual(['business', 'families']);
  });

  it('moves files nobody has begun when asked, and takes back what someone may no longer have', () => {
    const files = [
      file('a', { needed: 1, movable: ['r0'] }),
      file('b', { needed: 1, movable: ['r0'] }),
      file('c', { needed: 1, barred: ['r0'], released: ['r0'] }),
    ];
    const plan = planAssignment(files, [
      { id: 'r0', load: 3, most: null },
      { id: 'r1', load: 0, most: null },
    ]);
    expect(plan.dropped).toContainEqual({ candidacyId: 'c', reviewerId: 'r0' });
    expect(readersOf(plan, 'c')).toEqual(['r1']);
    expect(loadsOf(plan).sort()).toEqual([1, 2]);
  });

  it('gives the same plan for the same state', () => {
    const files = Array.from({ length: 20 }, (_, at) => file(`c${String(at)}`, { barred: at % 3 === 0 ? ['r1'] : [] }));
    expect(planAssignment(files, panel(5))).toEqual(planAssignment(files, panel(5)));
  });

  it('hands 1,140 files to 30 readers, three each, with conflicts, within one of each other', () => {
    const files = Array.from({ length: 1140 }, (_, at) =>
      file(`c${String(at)}`, { barred: [`r${String(at % 30)}`, `r${String((at * 7) % 30)}`] }),
    );
    const plan = planAssignment(files, panel(30));
    const barred = new Map(files.map((one) => [one.candidacyId, one.barred]));
    expect(loadsOf(plan)).toEqual(Array.from({ length: 30 }, () => 114));
    expect(plan.added.filter(({ candidacyId, reviewerId }) => barred.get(candidacyId)?.has(reviewerId) === true)).toEqual([]);
    expect(plan.lacking.size).toBe(0);
  });
});
