import { isListed, recordDates, recordFilterFrom, withoutNames } from '../../../src/features/offers/record';

describe('the record of decisions', () => {
  it('keeps names for two years and lines for five more, to the day, also from a leap day', () => {
    const terms = { recordNamedYears: 2, recordNamelessYears: 5 };
    expect(recordDates('2027-01-10', terms)).toEqual({ namedUntil: '2029-01-09', keptUntil: '2034-01-09' });
    expect(recordDates('2028-02-29', terms).namedUntil).toBe('2030-02-28');
  });

  it('loses nothing but who it is about', () => {
    const line = { name: 'Ana', reference: '7KQ4-XM2P', words: 'I moved', why: 'Ranked 1 of 2', times: ['then'] };
    expect(withoutNames([line])).toEqual([{ name: null, reference: null, words: null, why: 'Ranked 1 of 2', times: ['then'] }]);
  });

  it('is looked through by outcome and by words of a name or reference, whatever the accents; odd addresses ask for nothing', () => {
    const ana = { status: 'accepted', name: 'Ána Núñez', reference: '7KQ4-XM2P' };
    const finds = (query: Record<string, unknown>) => isListed(recordFilterFrom(query), ana);
    expect([finds({ q: 'nunez ana' }), finds({ q: 'xm2p' }), finds({ outcome: 'accepted' })]).toEqual([true, true, true]);
    expect([finds({ q: 'bo' }), finds({ outcome: 'declined' })]).toEqual([false, false]);
    expect(recordFilterFrom({ outcome: "' or 1=1", q: ['x'], page: 'x' })).toEqual({ outcome: '', text: '', page: 1 });
  });
});
