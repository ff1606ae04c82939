import { nextTerm, termsInARow } from '../../../src/features/membership/renewal';

type Term = Parameters<typeof termsInARow>[0][number];
const term = (from: number, given: Partial<Term> = {}): Term => ({
  termStartsOn: `${from}-07-01`,
  termEndsOn: `${from + 2}-06-30`,
  startedOn: `${from}-07-01`,
  endedOn: null,
  isStub: false,
  status: 'ended',
  ...given,
});

describe('terms in a row', () => {
  it('count full terms, those to come too, and no rest of another’s term', () => {
    expect(termsInARow([])).toBe(0);
    expect(termsInARow([term(2021), term(2023), term(2025, { status: 'active' })])).toBe(3);
    expect(termsInARow([term(2021, { isStub: true }), term(2023), term(2025, { status: 'pending', startedOn: null })])).toBe(2);
  });

  it('leave out a seat never taken up', () => {
    expect(termsInARow([term(2021), term(2023, { startedOn: null })])).toBe(1);
  });

  it('count anew after more than a year away, whatever order they come in', () => {
    const first = term(2019, { endedOn: '2021-06-30' });
    expect(termsInARow([term(2022, { termStartsOn: '2022-06-30' }), first])).toBe(2);
    expect(termsInARow([term(2022, { termStartsOn: '2022-07-01' }), first])).toBe(1);
  });
});

describe('the next term', () => {
  it('begins the day after the last and lasts its years to the day', () => {
    expect(nextTerm({ termEndsOn: '2027-06-30' }, 2)).toEqual({ startsOn: '2027-07-01', endsOn: '2029-06-30' });
    expect(nextTerm({ termEndsOn: '2028-02-28' }, 1)).toEqual({ startsOn: '2028-02-29', endsOn: '2029-02-27' });
  });
});
