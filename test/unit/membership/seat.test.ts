import { bySeatUrgency, seatStatus, termByRule } from '../../../src/features/membership/seat';

const holder = (termEndsOn: string, status: 'active' | 'on_leave' | 'holdover' = 'active') => ({ termEndsOn, status });
const alone = { hasSuccessor: false, isOffered: false };

describe('how a seat stands', () => {
  it.each([
    ['filled 91 days before the end', '2027-03-31', 'filled'],
    ['ending 90 days before the end', '2027-04-01', 'ending'],
    ['ending on its last day', '2027-06-30', 'ending'],
    ['held over the day after', '2027-07-01', 'holdover'],
  ])('is %s', (_, today, status) => {
    expect(seatStatus({ ...alone, holder: holder('2027-06-30') }, today, 90)).toBe(status);
  });

  it('is held while an offer is out or somebody has accepted, else vacant', () => {
    expect(seatStatus({ ...alone, holder: null }, '2027-01-01', 90)).toBe('vacant');
    expect(seatStatus({ ...alone, isOffered: true, holder: null }, '2027-01-01', 90)).toBe('held');
    expect(seatStatus({ ...alone, hasSuccessor: true, holder: null }, '2027-01-01', 90)).toBe('held');
  });

  it('stays held over while somebody who follows has not begun', () => {
    const facts = { hasSuccessor: true, isOffered: true, holder: holder('2027-06-30', 'holdover') };
    expect(seatStatus(facts, '2027-07-02', 90)).toBe('holdover');
  });

  it('comes first in the plan when nobody holds it', () => {
    const seats = [
      { status: 'filled', code: 'A' },
      { status: 'vacant', code: 'C' },
      { status: 'vacant', code: 'B' },
      { status: 'ending', code: 'D' },
    ] as const;
    expect([...seats].sort(bySeatUrgency).map(({ code }) => code)).toEqual(['B', 'C', 'D', 'A']);
  });
});

describe('the term by rule', () => {
  const seat = { startsOn: '2025-07-01', seedsOn: null, termYears: 2, firstTermYears: null };

  it.each([
    ['the first term on its first day', '2025-07-01', '2025-07-01', '2027-06-30'],
    ['the first term on its last day', '2027-06-30', '2025-07-01', '2027-06-30'],
    ['the second from the day after', '2027-07-01', '2027-07-01', '2029-06-30'],
    ['the first, before the seat is there', '2020-01-01', '2025-07-01', '2027-06-30'],
  ])('is %s', (_, date, startsOn, endsOn) => {
    expect(termByRule(seat, date)).toEqual({ startsOn, endsOn });
  });

  it('is shorter at first where seats are staggered, and counts from the seed date', () => {
    const staggered = { ...seat, firstTermYears: 1 };
    expect(termByRule(staggered, '2026-06-30')).toEqual({ startsOn: '2025-07-01', endsOn: '2026-06-30' });
    expect(termByRule(staggered, '2026-07-01')).toEqual({ startsOn: '2026-07-01', endsOn: '2028-06-30' });
    expect(termByRule({ ...seat, seedsOn: '2024-01-01' }, '2026-05-01')).toEqual({ startsOn: '2026-01-01', endsOn: '2027-12-31' });
  });
});
