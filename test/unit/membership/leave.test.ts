import { covers, cutShort, leavesOverlap, type Leave } from '../../../src/features/membership/leave';

const leave = (startsOn: string, endsOn: string | null): Leave => ({ id: 'l', membershipId: 'm', startsOn, endsOn, reason: '' });

describe('a leave', () => {
  it('covers its first and its last day, and none beside them', () => {
    const days = ['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'];
    expect(days.map((day) => covers(leave('2026-01-10', '2026-02-10'), day))).toEqual([false, true, true, false]);
    expect(days.map((day) => covers(leave('2026-01-10', null), day))).toEqual([false, true, true, true]);
  });

  it.each([
    ['the day after another', '2026-02-11', null, false],
    ['the last day of another', '2026-02-10', '2026-03-01', true],
    ['before, to the day before', '2026-01-01', '2026-01-09', false],
    ['before, to its first day', '2026-01-01', '2026-01-10', true],
    ['before, without an end', '2026-01-01', null, true],
  ])('that begins %s shares a day or not', (_, from, until, shared) => {
    expect(leavesOverlap(leave('2026-01-10', '2026-02-10'), leave(from, until))).toBe(shared);
    expect(leavesOverlap(leave(from, until), leave('2026-01-10', '2026-02-10'))).toBe(shared);
  });

  it('ends on the day named, and never was when that day lies before it', () => {
    expect(cutShort(leave('2026-01-10', null), '2026-01-10')?.endsOn).toBe('2026-01-10');
    expect(cutShort(leave('2026-01-10', null), '2026-01-09')).toBeNull();
  });
});
