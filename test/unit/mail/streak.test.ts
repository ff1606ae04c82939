import { gathered } from '../../../src/mail/gather';
import { noStreak, reasonToPause, streakAfter, type Result } from '../../../src/mail/streak';

const times = (count: number, result: Result): Result[] => Array<Result>(count).fill(result);
const reasonAfter = (...results: Result[]) => reasonToPause(streakAfter(noStreak, results));

describe('a streak of failures', () => {
  it.each([
    ['49 failures', times(49, 'failed'), null],
    ['50 failures', times(50, 'failed'), 'failing'],
    ['50 mails of unknown fate', times(50, 'unknown'), 'failing'],
    ['50 failures with one success among them', [...times(30, 'failed'), 'sent' as const, ...times(20, 'failed')], null],
    ['4 refused sign-ins', times(4, 'sign-in'), null],
    ['5 refused sign-ins', times(5, 'sign-in'), 'sign-in-refused'],
    ['1,000 mails that found no server', times(1_000, 'unreachable'), null],
    ['1,000 mails put off', times(1_000, 'retry'), null],
  ])('%s', (_name, results, expected) => {
    expect(reasonAfter(...results)).toBe(expected);
  });
});

describe('gathered writes', () => {
  it('write together what is asked for meanwhile, each with its own answer', async () => {
    const writes: number[][] = [];
    const double = gathered(async (items: readonly number[]) => {
      writes.push([...items]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items.map((item) => item * 2);
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(writes).toEqual([[1], [2, 3]]);
  });

  it('fail for those in them, and go on with the next', async () => {
    const picky = gathered((items: readonly number[]) => (items.includes(1) ? Promise.reject(new Error('no')) : Promise.resolve(items)));
    await expect(picky(1)).rejects.toThrow('no');
    expect(await picky(2)).toBe(2);
  });
});
