import { isActive, isStillOpen, keptFrom, lastDayFor, reminderMoment } from '../../../src/features/agenda-requests/agenda-request';

describe('a request for agendas by mail', () => {
  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2026-11-30', '2026-12-31'],
    ['2026-12-01', '2027-12-31'],
    ['2026-12-31', '2027-12-31'],
  ])('of %s stands until %s', (today, last) => {
    expect(lastDayFor(today)).toBe(last);
  });

  it('counts its last day, and no day more', () => {
    expect([isActive({ lapsesOn: '2026-12-31' }, '2026-12-31'), isActive({ lapsesOn: '2026-12-31' }, '2027-01-01')]).toEqual([true, false]);
  });

  it('is reminded of on 1 December at nine in the district', () => {
    expect(reminderMoment({ lapsesOn: '2026-12-31' })).toBe('2026-12-01T17:00:00.000Z');
  });

  it('is kept through January after it lapsed, and forgotten then', () => {
    expect(['2026-12-31', '2027-01-31', '2027-02-01'].map(keptFrom)).toEqual(['2026-01-01', '2026-12-31', '2027-01-01']);
  });

  it('can be confirmed for seven days', () => {
    const asked = { collaborativeId: 'c', email: 'zoe@example.org', locale: 'en', at: '2026-11-01T20:00:00.000Z' };
    expect([isStillOpen(asked, '2026-11-08T19:59:59.999Z'), isStillOpen(asked, '2026-11-08T20:00:00.000Z')]).toEqual([true, false]);
  });
});
