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

/** Readers with files already and limits of their own. */
const anyPanel = fc
  .array(fc.record({ load: fc.nat({ max: 3 }), most: fc.option(fc.nat({ max: 6 })) }), { minLength: 5, maxLength: 5 })
  .map((list): ReviewerToAssign[] => list.map((one, at) => ({ id: `r${String(at)}`, ...one })));

/** The most that can be handed out: whatever set of readers is looked at, no more than the files can use elsewhere and they can take. */
function mostPossible(files: readonly FileToAssign[], readers: readonly ReviewerToAssign[]): number {
  const room = ({ load, most }: ReviewerToAssign): number => (most === null ? Infinity : Math.max(0, most - load));
  const bounds = Array.from({ length: 2 ** readers.length }, (_, bits) => {
    const full = readers.filter((__, at) => (bits >> at) % 2 === 1);
    const free = readers.filter((one) => !full.includes(one));
    const elsewhere = files.map((one) => Math.min(one.needed, free.filter(({ id }) => !one.barred.has(id)).length));
    return [...full.map(room), ...elsewhere].reduce((sum, count) => sum + count, 0);
  });
  return Math.min(...bounds);
}

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

  it('hands out as much as can be handed out at all, whatever the limits, loads and conflicts', () => {
    fc.assert(
      fc.property(
        anyPanel,
        fc.array(fc.record({ needed: fc.nat({ max: 4 }), barred: fc.subarray(names(5)) }), { maxLength: 9 }),
        (readers, given) => {
          const files = given.map((one, at) => file(`c${String(at)}`, one));
          const plan = planAssignment(files, readers);
          const lacking = [...plan.lacking.values()].reduce((sum, count) => sum + count, 0);
          expect([plan.added.length, lacking]).toEqual([
            mostPossible(files, readers),
            files.reduce((sum, { needed }) => sum + needed, 0) - plan.added.length,
          ]);
          for (const { id, load, most } of readers) expect(plan.loads.get(id) ?? 0).toBeLessThanOrEqual(Math.max(load, most ?? Infinity));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('when it moves what nobody has begun, counts every file once, takes back what must go, and leaves nobody a barred one', () => {
    const held = fc.record({ needed: fc.nat({ max: 3 }), movable: fc.subarray(names(3)), barred: fc.subarray(['r3', 'r4']) });
    fc.assert(
      fc.property(
        fc.array(
          held.chain((one) => fc.record({ one: fc.constant(one), released: fc.subarray(one.barred) })),
          { maxLength: 9 },
        ),
        (given) => {
          const files = given.map(({ one, released }, at) => file(`c${String(at)}`, { ...one, released }));
          const loads = new Map(names(5).map((id) => [id, files.filter((one) => [...one.movable, ...one.released].includes(id)).length]));
          const plan = planAssignment(
            files,
            panel(5).map((one) => ({ ...one, load: loads.get(one.id) ?? 0 })),
          );
          const isDropped = (id: string, reader: string) =>
            plan.dropped.some((pair) => pair.candidacyId === id && pair.reviewerId === reader);
          const after = files.map((one) => ({
            one,
            readers: [...one.movable.filter((id) => !isDropped(one.candidacyId, id)), ...readersOf(plan, one.candidacyId)],
          }));
          for (const { one, readers } of after) {
            expect([new Set(readers).size, readers.some((id) => one.barred.has(id))]).toEqual([readers.length, false]);
            expect(readers.length).toBe(Math.max(one.movable.length, Math.min(one.needed, 5 - one.barred.size)));
            expect(one.released.every((id) => isDropped(one.candidacyId, id))).toBe(true);
          }
          expect(names(5).map((id) => plan.loads.get(id))).toEqual(
            names(5).map((id) => after.filter(({ readers }) => readers.includes(id)).length),
          );
        },
      ),
    );
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
