import { dateOf, daysBetween, hoursBetween, plusDays, plusElapsed, plusWallDays, startOfDay, wallTime } from '../../../src/lib/time';

describe('the wall clock', () => {
  it('gives the moment a date and time name, in winter and in summer', () => {
    expect(wallTime('2026-12-03', '18:00')).toEqual({ instant: '2026-12-04T02:00:00.000Z' });
    expect(wallTime('2027-07-01', '18:00')).toEqual({ instant: '2027-07-02T01:00:00.000Z' });
  });

  it('says when a time does not exist or comes twice', () => {
    expect(wallTime('2027-03-14', '01:59')).toEqual({ instant: '2027-03-14T09:59:00.000Z' });
    expect(wallTime('2027-03-14', '02:00')).toEqual({ problem: 'nonexistent' });
    expect(wallTime('2027-03-14', '02:59')).toEqual({ problem: 'nonexistent' });
    expect(wallTime('2027-03-14', '03:00')).toEqual({ instant: '2027-03-14T10:00:00.000Z' });
    expect(wallTime('2026-11-01', '01:30')).toEqual({ problem: 'ambiguous' });
    expect(wallTime('2026-11-01', '01:30', 'earlier')).toEqual({ instant: '2026-11-01T08:30:00.000Z' });
    expect(wallTime('2026-11-01', '01:30', 'later')).toEqual({ instant: '2026-11-01T09:30:00.000Z' });
    expect(wallTime('2026-11-01', '02:00')).toEqual({ instant: '2026-11-01T10:00:00.000Z' });
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['20261203', '10:00'],
    ['2026-12-03', '24:00'],
    ['2026-12-03', '6pm'],
    ['', ''],
  ])('calls %s %s malformed', (date, time) => {
    expect(wallTime(date, time)).toEqual({ problem: 'malformed' });
  });

  it('tells elapsed hours from days on the wall', () => {
    const evening = '2026-10-31T01:00:00.000Z';
    expect(plusElapsed(evening, { hours: 72 })).toBe('2026-11-03T01:00:00.000Z');
    expect(plusWallDays(evening, 3)).toBe('2026-11-03T02:00:00.000Z');
    expect(hoursBetween(evening, plusWallDays(evening, 3))).toBe(73);
  });

  it('knows the date in the district, not in Greenwich', () => {
    expect(dateOf('2026-12-04T07:59:59.999Z')).toBe('2026-12-03');
    expect(dateOf('2026-12-04T08:00:00.000Z')).toBe('2026-12-04');
    expect(startOfDay('2026-12-04')).toBe('2026-12-04T08:00:00.000Z');
  });

  it('counts whole days', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-10-31', '2026-11-03')).toBe(3);
  });
});
