import { givenBackUntil } from '../../../src/features/membership/ending-cut';

const office = (endsOn: string | null) => ({ startsOn: '2026-07-01', endsOn });

describe('an office that is given back', () => {
  it.each([
    ['nobody followed', null, undefined, null],
    ['nobody followed, with an end of its own', '2027-06-30', undefined, '2027-06-30'],
    ['another begins', null, '2027-01-01', '2026-12-31'],
    ['another begins before its end', '2027-06-30', '2027-01-01', '2026-12-31'],
    ['another begins the day after its end', '2027-06-30', '2027-07-01', '2027-06-30'],
    ['another begins on its second day', null, '2026-07-02', '2026-07-01'],
    ['another begins on its first day: nothing is left', null, '2026-07-01', undefined],
  ] as const)('where %s', (_, endsOn, next, until) => {
    expect(givenBackUntil(office(endsOn), next)).toBe(until);
  });
});
