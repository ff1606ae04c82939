import { copiedFields } from '../../../src/features/cycles/copy';
import { readCycleForm } from '../../../src/features/cycles/cycle.form';
import { theCycle } from '../../support/builders/application';

describe('a cycle made from an earlier one', () => {
  it('has every date a year later, at the same hour, and the year in its code and names', () => {
    expect(copiedFields(theCycle(), 12)).toEqual({
      version: '0',
      from: '2027-spring',
      code: '2028-spring',
      name_en: 'Spring 2028',
      name_es: 'Primavera de 2028',
      opens_on: '2027-11-01',
      opens_time: '08:00',
      closes_on: '2027-12-04',
      closes_time: '23:59',
      review_by: '2028-01-15',
      decisions_on: '2028-02-01',
      answer_days: '10',
      term_starts_on: '2028-03-01',
      term_ends_on: '2030-02-28',
    });
  });

  it('stays on a day that exists, and can be set up as it is', () => {
    const leap = theCycle({ termStartsOn: '2028-02-29', termEndsOn: '2030-02-28' });
    expect(copiedFields(leap, 12)['term_starts_on']).toBe('2029-02-28');
    expect(readCycleForm(copiedFields(theCycle(), 12)).ok).toBe(true);
    expect(readCycleForm(copiedFields(theCycle(), 6)).ok).toBe(true);
  });

  it('keeps its dates when they are not moved', () => {
    expect(copiedFields(theCycle(), 0)).toMatchObject({ code: '2027-spring', opens_on: '2026-11-01', term_ends_on: '2029-02-28' });
  });
});
