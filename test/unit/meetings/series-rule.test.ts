import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { holidayWays, seriesDates, weeksOfMonth, type SeriesRule } from '../../../src/features/meetings/series-rule';
import { holidaysOf } from '../../../src/lib/holidays';

const none: ReadonlyMap<string, string> = new Map();
const thursdays: SeriesRule = {
  weeks: ['third'],
  weekday: 4,
  starts: '18:00',
  ends: '20:00',
  from: '2026-09-01',
  until: '2027-06-30',
  onHoliday: 'next',
};
const brief = (rule: SeriesRule, daysOff = none, now = '2026-01-01T00:00:00.000Z') =>
  seriesDates(rule, daysOff, now).map(({ nominal, meets, omitted }) => `${nominal} ${meets?.date ?? omitted ?? ''}`);

describe('a series of meetings', () => {
  it('meets on the third Thursday at six on the wall clock, in winter and in summer', () => {
    const starts = seriesDates(thursdays, none, '').map(({ meets }) => meets?.startsAt);
    expect([starts.length, starts[1], starts[3], starts[8]]).toEqual([
      10,
      '2026-10-16T01:00:00.000Z',
      '2026-12-18T02:00:00.000Z',
      '2027-05-21T01:00:00.000Z',
    ]);
  });

  it.each([
    ['a week or more later', 'next', ['2026-11-26 2026-12-03', '2026-12-24 2027-01-07']],
    ['a week earlier', 'previous', ['2026-11-26 2026-11-19', '2026-12-24 2026-12-17']],
    ['not at all', 'omit', ['2026-11-26 holiday', '2026-12-24 holiday']],
  ] as const)('meets %s where the day is a holiday, as chosen', (_, onHoliday, expected) => {
    expect(brief({ ...thursdays, weeks: ['fourth'], from: '2026-11-01', until: '2026-12-31', onHoliday })).toEqual(expected);
  });

  it('moves nothing onto a day another date of the rule has', () => {
    const rule: SeriesRule = { ...thursdays, weeks: ['first', 'fourth'], from: '2026-11-20', until: '2026-12-10' };
    expect(brief(rule)).toEqual(['2026-11-26 taken', '2026-12-03 2026-12-03']);
  });

  it('leaves out days off that the district names, dates that are over and a time that does not exist', () => {
    expect(
      brief({ ...thursdays, until: '2026-10-31', onHoliday: 'omit' }, new Map([['2026-10-15', 'Smoke']]), '2026-09-18T01:00:00.000Z'),
    ).toEqual(['2026-09-17 past', '2026-10-15 holiday']);
    const sunday: SeriesRule = {
      ...thursdays,
      weeks: ['second'],
      weekday: 7,
      starts: '02:30',
      ends: '03:30',
      from: '2027-03-01',
      until: '2027-03-31',
    };
    expect(brief(sunday)).toEqual(['2027-03-14 noSuchTime']);
  });

  it('finds no free week where a month is off', () => {
    const off = new Map(['2026-09-17', '2026-09-24', '2026-10-01', '2026-10-08', '2026-10-15'].map((date) => [date, 'Closed']));
    expect(brief({ ...thursdays, until: '2026-09-30' }, off)).toEqual(['2026-09-17 noFreeWeek']);
  });

  it('agrees with counting the days of a calendar one by one, 2026 to 2035', () => {
    const anyRule = fc.record({
      weeks: fc.uniqueArray(fc.constantFrom(...weeksOfMonth), { minLength: 1 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      year: fc.integer({ min: 2026, max: 2035 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      length: fc.integer({ min: 0, max: 500 }),
      hour: fc.integer({ min: 4, max: 21 }),
      onHoliday: fc.constantFrom(...holidayWays),
    });
    fc.assert(
      fc.property(anyRule, ({ year, month, day, length, hour, ...rest }) => {
        const from = dayText(Date.UTC(year, month - 1, day));
        const until = dayText(Date.UTC(year, month - 1, day + length));
        const two = (number: number) => String(number).padStart(2, '0');
        const rule = { ...rest, from, until, starts: `${two(hour)}:15`, ends: `${two(hour + 1)}:45` };
        const found = seriesDates(rule, none, '').map(({ nominal, meets }) => [nominal, meets?.date ?? null, meets?.startsAt ?? null]);
        expect(found).toEqual(recounted(rule));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['UTC', 'Asia/Kolkata', 'America/Los_Angeles'])('is the same where the machine keeps the time of %s', (zone) => {
    const script = join(__dirname, '../../support/series-years.ts');
    const run = (TZ: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', script], { env: { ...process.env, TZ }, encoding: 'utf8' });
    const text = run(zone);
    expect(text).toBe(yearsText());
    expect(text.split('\n').length).toBeGreaterThan(100);
  });
});

const yearsText = (): string =>
  seriesDates({ ...thursdays, from: '2026-01-01', until: '2035-12-31' }, none, '')
    .map(({ meets }) => meets?.startsAt ?? '')
    .join('\n');

const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The dates of a rule from walking every day of the span and asking Intl for the wall clock. */
function recounted(rule: SeriesRule): unknown[] {
  const nominals: string[] = [];
  for (let time = Date.parse(rule.from); time <= Date.parse(rule.until); time += 86_400_000)
    if (isNamed(rule, time)) nominals.push(dayText(time));
  const isOff = (date: string) => holidaysOf(Number(date.slice(0, 4))).has(date);
  const taken = new Set(nominals.filter((date) => !isOff(date)));
  return nominals.map((nominal) => {
    let date: string | null = nominal;
    if (isOff(nominal)) {
      const steps = rule.onHoliday === 'omit' ? [] : [1, 2, 3, 4].map((weeks) => (rule.onHoliday === 'next' ? weeks : -weeks) * 7);
      const free = steps.map((days) => dayText(Date.parse(nominal) + days * 86_400_000)).find((day) => !isOff(day));
      date = free === undefined || taken.has(free) ? null : free;
      if (date !== null) taken.add(date);
    }
    return [nominal, date, date === null ? null : momentOn(date, rule.starts)];
  });
}

function isNamed({ weeks, weekday }: SeriesRule, time: number): boolean {
  const day = new Date(time);
  if ((day.getUTCDay() + 6) % 7 !== weekday - 1) return false;
  const week = Math.ceil(day.getUTCDate() / 7);
  const isLast = new Date(time + 7 * 86_400_000).getUTCMonth() !== day.getUTCMonth();
  return weeks.some((wanted) => (wanted === 'last' ? isLast : weeksOfMonth.indexOf(wanted) + 1 === week));
}

function momentOn(date: string, time: string): string {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'America/Los_Angeles',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const candidates = [7, 8].map((hours) => new Date(Date.parse(`${date}T${time}:00Z`) + hours * 3_600_000));
  const found = candidates.find((moment) => wall.format(moment).replace(', ', ' ') === `${date} ${time}`);
  return found?.toISOString() ?? '';
}
