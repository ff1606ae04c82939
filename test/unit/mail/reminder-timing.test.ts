import { afterTheNight, isDue } from '../../../src/mail/reminder-timing';

const byDay = { windowHours: 12, mayComeAtNight: false };

describe('the night', () => {
  it.each([
    ['20:59 stays', '2026-12-04T04:59:00.000Z', '2026-12-04T04:59:00.000Z'],
    ['21:00 waits until 8:00 of the next day', '2026-12-04T05:00:00.000Z', '2026-12-04T16:00:00.000Z'],
    ['midnight waits until 8:00', '2026-12-04T08:00:00.000Z', '2026-12-04T16:00:00.000Z'],
    ['7:59 waits until 8:00', '2026-12-04T15:59:59.999Z', '2026-12-04T16:00:00.000Z'],
    ['8:00 stays', '2026-12-04T16:00:00.000Z', '2026-12-04T16:00:00.000Z'],
    ['the night of the change to daylight saving ends at 8:00 too', '2027-03-14T06:30:00.000Z', '2027-03-14T15:00:00.000Z'],
    ['the night of the change back too', '2026-11-01T06:30:00.000Z', '2026-11-01T16:00:00.000Z'],
  ])('%s', (_name, moment, expected) => {
    expect(afterTheNight(moment)).toBe(expected);
  });
});

describe('a reminder', () => {
  const moment = '2026-12-03T02:00:00.000Z';

  it.each([
    ['is early a millisecond before its moment', '2026-12-03T01:59:59.999Z', false],
    ['is due at its moment', '2026-12-03T02:00:00.000Z', true],
    ['is not sent at night', '2026-12-03T05:00:00.000Z', false],
  ])('%s', (_name, now, expected) => {
    expect(isDue(moment, now, byDay)).toBe(expected);
  });

  it.each([
    ['is sent to the end of its window', '2026-12-04T07:59:59.999Z', true],
    ['is skipped when its window is over', '2026-12-04T08:00:00.000Z', false],
  ])('%s', (_name, now, expected) => {
    expect(isDue('2026-12-03T20:00:00.000Z', now, { ...byDay, mayComeAtNight: true })).toBe(expected);
  });

  it('that falls into the night has its whole window from the morning on', () => {
    const lateEvening = '2026-12-03T06:00:00.000Z';
    expect(isDue(lateEvening, '2026-12-03T15:59:59.999Z', byDay)).toBe(false);
    expect(isDue(lateEvening, '2026-12-03T16:00:00.000Z', byDay)).toBe(true);
    expect(isDue(lateEvening, '2026-12-04T03:59:59.999Z', byDay)).toBe(true);
    expect(isDue(lateEvening, '2026-12-04T04:00:00.000Z', byDay)).toBe(false);
  });

  it('that must not wait comes at night', () => {
    expect(isDue('2026-12-03T06:00:00.000Z', '2026-12-03T06:00:00.000Z', { windowHours: 1, mayComeAtNight: true })).toBe(true);
  });
});
