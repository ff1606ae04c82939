import fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/features/advice/working-days';
import { holidaysOf } from '../../../src/lib/holidays';
import { plusDays } from '../../../src/lib/time';

const none: ReadonlySet<string> = new Set();

describe('working days', () => {
  it('leave out weekends and holidays, and the day itself', () => {
    expect(addWorkingDays('2026-12-03', 1, none)).toBe('2026-12-04');
    expect(addWorkingDays('2026-12-04', 1, none)).toBe('2026-12-07');
    expect(addWorkingDays('2026-11-24', 1, none)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-25', 1, none)).toBe('2026-11-30');
    expect(addWorkingDays('2026-12-23', 5, none)).toBe('2027-01-05');
  });

  it('leave out days off that the district adds', () => {
    expect(addWorkingDays('2026-12-03', 1, new Set(['2026-12-04']))).toBe('2026-12-07');
  });

  it.each([
    ['2026-01-19', 'Martin Luther King Day'],
    ['2026-02-16', 'Presidents’ Day'],
    ['2026-03-31', 'Cesar Chavez Day'],
    ['2026-05-25', 'Memorial Day'],
    ['2026-06-19', 'Juneteenth'],
    ['2026-07-03', 'Independence Day, a Saturday, kept on Friday'],
    ['2026-09-07', 'Labor Day'],
    ['2026-11-11', 'Veterans Day'],
    ['2026-11-26', 'Thanksgiving'],
    ['2026-11-27', 'the day after'],
    ['2026-12-25', 'Christmas Day'],
    ['2027-05-31', 'Memorial Day on the last day of May'],
    ['2027-07-05', 'Independence Day, a Sunday, kept on Monday'],
    ['2028-01-17', 'Martin Luther King Day'],
  ])('%s is kept: %s', (date) => {
    expect(isWorkingDay(date, none)).toBe(false);
  });

  it.each(['2026-03-30', '2026-05-18', '2026-07-06', '2026-11-12', '2026-11-30', '2027-05-24'])('%s is worked', (date) => {
    expect(isWorkingDay(date, none)).toBe(true);
  });

  it('count the same as a walk over the calendar, over ten years', () => {
    const date = fc.integer({ min: 0, max: 3_650 }).map((days) => plusDays('2026-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days, none);
        expect(workingDaysBetween(from, to, none)).toBe(days);
        const walked = Array.from({ length: 120 }, (_, index) => plusDays(from, index + 1)).filter(
          (day) => day <= to && ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !holidaysOf(Number(day.slice(0, 4))).has(day),
        );
        expect(walked.length).toBe(days);
      }),
      { numRuns: 200 },
    );
  });
});
