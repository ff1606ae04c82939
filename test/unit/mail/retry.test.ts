import { nextTry } from '../../../src/mail/retry';

const now = '2026-11-21T20:00:00.000Z';
const after = (tries: number, problem: 'deferred' | 'unreachable' = 'deferred') => {
  const next = nextTry({ id: 'mail-1', tries, firstTriedAt: now }, now, problem);
  return next === null ? null : (Date.parse(next) - Date.parse(now)) / 60_000;
};

it('waits longer from try to try', () => {
  expect([1, 2, 3, 4, 5, 6].map((tries) => after(tries))).toEqual([1, 2, 5, 15, 30, 60]);
});

it('then waits an hour, give or take a fifth, the same each time it is asked', () => {
  const waits = Array.from({ length: 40 }, (_, place) => after(7 + place)!);
  expect(waits.every((wait) => wait >= 48 && wait <= 72)).toBe(true);
  expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(5);
  expect(after(7)).toBe(after(7));
});

it('asks an absent server again within twelve minutes', () => {
  expect([1, 2, 3, 4, 9].map((tries) => after(tries, 'unreachable'))).toEqual([1, 2, 5, 12, 12]);
});

it.each([
  ['2026-11-21T20:00:00.000Z', '2026-11-24T20:00:00.000Z'],
  ['2026-11-21T19:59:59.999Z', null],
])('gives up when the next try would come later than 72 hours after the first (%s)', (firstTriedAt, expected) => {
  expect(nextTry({ id: 'mail-1', tries: 6, firstTriedAt }, '2026-11-24T19:00:00.000Z', 'deferred')).toBe(expected);
});
