import fc from 'fast-check';
import { shownGroups } from '../../../src/features/composition/small-groups';

const counted = (counts: Record<string, number>) => new Map(Object.entries(counts));
const shown = (counts: Record<string, number>) => shownGroups(counted(counts), 10).map(({ group, count }) => [group, count]);

describe('groups of people', () => {
  it('show from ten people on, and are hidden below', () => {
    expect(shown({ a: 40, b: 10 })).toEqual([
      ['a', 40],
      ['b', 10],
    ]);
    expect(shown({ a: 40, b: 20, c: 9, d: 8 })).toEqual([
      ['a', 40],
      ['b', 20],
      ['c', null],
      ['d', null],
    ]);
  });

  it('hide a second group with a single small one, so that nobody finds it by subtraction', () => {
    expect(shown({ a: 40, b: 20, c: 9 }).map(([, count]) => count)).toEqual([40, null, null]);
  });

  it('hide a further group while those hidden are fewer than ten people together', () => {
    expect(shown({ a: 40, b: 20, c: 3, d: 2 }).map(([, count]) => count)).toEqual([40, null, null, null]);
  });

  it('hide a further group where each hidden one would have to be a single person', () => {
    const ones = Object.fromEntries(Array.from('bcdefghijk').map((name) => [name, 1]));
    expect(shown({ a: 40, ...ones }).every(([, count]) => count === null)).toBe(true);
    expect(shown({ a: 40, ...ones, k: 2 })[0]).toEqual(['a', 40]);
  });

  it('stand by name where they are hidden, for their order would tell which is larger', () => {
    expect(shown({ a: 1, z: 9, m: 40 })).toEqual([
      ['m', 40],
      ['a', null],
      ['z', null],
    ]);
  });

  it('leave out groups of nobody, and hide all when all are few', () => {
    expect(shown({ a: 4, b: 0 })).toEqual([['a', null]]);
    expect(shown({})).toEqual([]);
  });

  it('never show a group under the smallest, and never leave fewer hidden people than that where some are shown', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.nat(60)), fc.integer({ min: 1, max: 20 }), (counts, smallest) => {
        const rows = shownGroups(counted(counts), smallest);
        const hidden = rows.filter(({ count }) => count === null);
        const hiddenPeople = hidden.reduce((sum, { group }) => sum + (counts[group] ?? 0), 0);
        const allShownAreLarge = rows.every(({ count }) => count === null || count >= smallest);
        const isSafe = hidden.length === 0 || hidden.length === rows.length || (hidden.length > 1 && hiddenPeople >= smallest);
        const isComplete = rows.length === Object.values(counts).filter((count) => count > 0).length;
        return allShownAreLarge && isSafe && isComplete;
      }),
    );
  });
});
