import { holidayOn } from '../../../src/lib/holidays';

describe('the days the district is closed', () => {
  it.each([
    ['2027-12-25', 'christmas', 'Christmas itself, a Saturday'],
    ['2027-12-24', 'christmas', 'the Friday it is kept on'],
    ['2027-07-04', 'independenceDay', 'Independence Day itself, a Sunday'],
    ['2027-07-05', 'independenceDay', 'the Monday it is kept on'],
    ['2028-07-04', 'independenceDay', 'Independence Day on a Tuesday'],
  ])('are %s (%s): %s', (date, name) => {
    expect(holidayOn(date)).toBe(name);
  });

  it.each(['2027-12-26', '2027-07-03', '2027-07-06', '2028-07-03', '2028-07-05'])('are not %s', (date) => {
    expect(holidayOn(date)).toBeUndefined();
  });
});
