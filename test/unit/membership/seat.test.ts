import { bySeatUrgency, seatStatus } from '../../../src/features/membership/seat';

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
