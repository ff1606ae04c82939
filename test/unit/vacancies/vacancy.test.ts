import {
  daysOfChange,
  falling,
  isVacancy,
  nearestOpening,
  quorumForecast,
  sitsOn,
  type Sitting,
} from '../../../src/features/vacancies/vacancy';

const sitting = (given: Partial<Sitting> = {}): Sitting => ({
  name: 'Ana',
  seatCode: 'F1',
  constituency: 'families',
  isVoting: true,
  from: '2025-07-01',
  termEndsOn: '2027-06-30',
  endedOn: null,
  leaves: [],
  isFollowed: false,
  ...given,
});
const rules = { holdoverVotes: true, quorum: 'majority_of_filled', seats: 9 } as const;

describe('a vacancy', () => {
  it.each([
    ['vacant', true, true],
    ['holdover', true, true],
    ['held', true, false],
    ['ending', true, false],
    ['filled', true, false],
    ['vacant', false, false],
  ] as const)('a %s seat that takes applications (%s) is one: %s', (status, takesApplications, expected) => {
    expect(isVacancy({ status, takesApplications })).toBe(expected);
  });

  it('leads to the cycle that is open and closes first, else to the one that opens first', () => {
    const open = (code: string, closesAt: string) => ({ kind: 'open', code, closesAt }) as const;
    const soon = (code: string, opensAt: string) => ({ kind: 'soon', code, opensAt }) as const;
    expect(nearestOpening([soon('a', '2027-01-01'), open('c', '2027-05-01'), open('b', '2027-04-01')])).toMatchObject({ code: 'b' });
    expect(nearestOpening([soon('b', '2027-02-01'), soon('a', '2027-01-01')])).toMatchObject({ code: 'a' });
    expect(nearestOpening([])).toEqual({ kind: 'unknown' });
  });
});

describe('the forecast of seats', () => {
  it('names who leaves on the day after their last, and whose term ends with nobody to follow', () => {
    const list = [
      sitting({ seatCode: 'F2', endedOn: '2027-01-09' }),
      sitting({ seatCode: 'F1', termEndsOn: '2027-01-09' }),
      sitting({ seatCode: 'F3', termEndsOn: '2027-01-09', isFollowed: true }),
    ];
    const found = (from: string, until: string) =>
      falling(list, from, until).map(({ sitting: { seatCode }, on, why }) => [seatCode, on, why]);
    expect(found('2027-01-10', '2027-01-10')).toEqual([
      ['F1', '2027-01-10', 'termEnds'],
      ['F2', '2027-01-10', 'leaves'],
    ]);
    expect(found('2027-01-11', '2027-12-31')).toEqual([]);
    expect(found('2026-01-01', '2027-01-09')).toEqual([]);
  });
});

describe('the forecast of quorum', () => {
  it('counts who sits, votes and is not away that day', () => {
    const away = sitting({ leaves: [{ startsOn: '2027-01-10', endsOn: '2027-01-20' }] });
    const list = [sitting(), sitting({ isVoting: false }), away, sitting({ endedOn: '2027-01-15' })];
    const voters = (date: string) => quorumForecast(list, date, rules).voters;
    expect(['2027-01-09', '2027-01-10', '2027-01-15', '2027-01-16', '2027-01-20', '2027-01-21'].map(voters)).toEqual([3, 2, 2, 1, 1, 2]);
    expect(sitsOn(sitting(), '2025-06-30')).toBe(false);
  });

  it('lets those past their term vote where the collaborative says so', () => {
    const over = [sitting({ termEndsOn: '2027-01-09' })];
    expect(quorumForecast(over, '2027-01-10', rules).voters).toBe(1);
    expect(quorumForecast(over, '2027-01-10', { ...rules, holdoverVotes: false }).voters).toBe(0);
    expect(quorumForecast(over, '2027-01-09', { ...rules, holdoverVotes: false }).voters).toBe(1);
  });

  it('needs more than half, of the filled seats or of all', () => {
    const four = [sitting(), sitting(), sitting(), sitting()];
    expect(quorumForecast(four, '2027-01-01', rules)).toEqual({ date: '2027-01-01', voters: 4, needed: 3, spare: 1 });
    expect(quorumForecast(four, '2027-01-01', { ...rules, quorum: 'majority_of_all' })).toMatchObject({ needed: 5, spare: -1 });
  });

  it('looks at each day on which votes may change, once', () => {
    const list = [
      sitting({ termEndsOn: '2027-01-09', leaves: [{ startsOn: '2027-01-05', endsOn: '2027-01-09' }] }),
      sitting({ from: '2027-01-07', endedOn: '2027-03-01' }),
    ];
    expect(daysOfChange(list, '2027-01-01', '2027-02-01')).toEqual(['2027-01-01', '2027-01-05', '2027-01-07', '2027-01-10']);
  });
});
