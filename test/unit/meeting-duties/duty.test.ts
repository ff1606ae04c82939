import { postMoments, taskDay } from '../../../src/features/meeting-duties/duty';

it('reminds of an agenda 7, 5 and 4 days before the meeting on the wall clock, and 4 elapsed hours before the last moment', () => {
  const said = (startsAt: string, postBy: string) => postMoments(startsAt, postBy).map(({ step, at }) => [step, at]);
  expect(said('2026-12-11T02:00:00.000Z', '2026-12-08T02:00:00.000Z')).toEqual([
    [7, '2026-12-04T02:00:00.000Z'],
    [5, '2026-12-06T02:00:00.000Z'],
    [4, '2026-12-07T02:00:00.000Z'],
    ['hours', '2026-12-07T22:00:00.000Z'],
  ]);
  // The clocks go forward on March 14, 2027: seven o'clock stays seven o'clock.
  expect(said('2027-03-17T02:00:00.000Z', '2027-03-14T02:00:00.000Z')[0]).toEqual([7, '2027-03-10T03:00:00.000Z']);
});

it.each([
  ['2026-12-11', null],
  ['2026-12-12', '2026-12-12'],
  ['2026-12-17', '2026-12-12'],
  ['2026-12-18', '2026-12-18'],
  ['2026-12-19', '2026-12-18'],
  ['2026-12-20', '2026-12-20'],
  ['2026-12-26', '2026-12-20'],
  ['2026-12-27', '2026-12-27'],
])('what is due on December 19 is reminded of, as of %s, on %s: 7 and 1 days before, one after, then weekly', (today, day) => {
  expect(taskDay('2026-12-19', '2026-12-03', today)).toBe(day);
});

it('is not reminded of on the day it was noted, nor of a day before that', () => {
  expect([taskDay('2026-12-10', '2026-12-03', '2026-12-03'), taskDay('2026-12-04', '2026-12-03', '2026-12-04')]).toEqual([null, null]);
  expect(taskDay('2026-12-04', '2026-12-03', '2026-12-05')).toBe('2026-12-05');
});
