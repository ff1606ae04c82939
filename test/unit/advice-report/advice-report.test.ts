import {
  answerDays,
  daysStood,
  isInTime,
  median,
  sumOf,
  yearFor,
  yearsOf,
  type ReportedNote,
  type ReportedRecommendation,
} from '../../../src/features/advice-report/advice-report';

const noon = (date: string): string => `${date}T20:00:00.000Z`;
const calendar = { today: '2026-11-20', daysOff: new Set<string>() };

/** Delivered on Monday, August 3, 2026; the answer is due on September 15. */
const aNote = (given: Partial<ReportedNote> = {}): ReportedNote => ({
  id: 'note-1',
  reference: 'C-2026-01',
  collaborativeId: 'central-1',
  status: 'answered',
  title: { en: 'Shade' },
  adoptedAt: noon('2026-08-01'),
  deliveredAt: noon('2026-08-03'),
  acknowledgedAt: noon('2026-08-04'),
  answeredAt: noon('2026-08-17'),
  acknowledgeBy: '2026-08-10',
  answerBy: '2026-09-15',
  stoppedOn: null,
  recommendations: [],
  extensions: 0,
  questions: [],
  ...given,
});
const waiting = aNote({ status: 'acknowledged', answeredAt: null, answerBy: '2026-11-20' });
const recommended = (given: Partial<ReportedRecommendation> = {}): ReportedRecommendation => ({
  number: 1,
  text: { en: 'Plant trees.' },
  disposition: null,
  reasons: null,
  commitment: null,
  ...given,
});

describe('the median', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[9, 1, 10], 9],
    [[10, 9], 9.5],
    [[30, 1, 2, 100], 16],
    [[2, 2, 2, 2], 2],
  ])('of %j is %j', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  it('leaves the order of what it is given', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('the days of an answer', () => {
  it.each([
    ['on the day of delivery', '2026-08-03', 0],
    ['on the next day', '2026-08-04', 1],
    ['on the Sunday after', '2026-08-09', 4],
    ['two weeks later', '2026-08-17', 10],
    ['after Labor Day', '2026-09-08', 25],
  ])('are working days: answered %s', (_, day, days) => {
    expect(answerDays(aNote({ answeredAt: noon(day) }), calendar)).toBe(days);
  });

  it('leave out days off, and nothing is counted without an answer', () => {
    expect(answerDays(aNote(), { ...calendar, daysOff: new Set(['2026-08-06']) })).toBe(9);
    expect(answerDays(waiting, calendar)).toBeNull();
  });

  it('leave out the days on which the clock stood, the day of the reply among them', () => {
    const questions = [
      { askedAt: noon('2026-08-05'), repliedAt: noon('2026-08-12') },
      { askedAt: noon('2026-08-12'), repliedAt: noon('2026-08-12') },
    ];
    expect([daysStood(aNote({ questions }), calendar), answerDays(aNote({ questions }), calendar)]).toEqual([5, 5]);
  });

  it('leave out a question without reply until the answer, or until today', () => {
    const questions = [{ askedAt: noon('2026-08-13'), repliedAt: null }];
    expect(answerDays(aNote({ questions }), calendar)).toBe(8);
    const asked = aNote({ ...waiting, questions: [{ askedAt: noon('2026-11-18'), repliedAt: null }] });
    expect(daysStood(asked, calendar)).toBe(2);
  });
});

describe('an answer in time', () => {
  it.each([
    ['on the last day', { answeredAt: noon('2026-09-15') }, true],
    ['a day later', { answeredAt: noon('2026-09-16') }, false],
    ['later, with the clock stopped on the last day', { answeredAt: noon('2026-10-01'), stoppedOn: '2026-09-15' }, true],
    ['with the clock stopped a day too late', { answeredAt: noon('2026-10-01'), stoppedOn: '2026-09-16' }, false],
    ['not at all', { answeredAt: null }, false],
  ])('came %s: %j is %s', (_, given, inTime) => {
    expect(isInTime(aNote(given))).toBe(inTime);
  });
});

describe('the sum', () => {
  it('of no note is nothing, without a median', () => {
    expect(sumOf([], calendar)).toEqual({
      ...{ delivered: 0, answered: 0, open: 0, overdue: 0, inTime: 0, median: null, longest: null },
      ...{ extensions: 0, questions: 0, recommendations: 0 },
      answers: { accepted: 0, accepted_with_changes: 0, already_in_place: 0, declined: 0, more_time: 0, unanswered: 0 },
      commitments: { promised: 0, done: 0, under_way: 0, planned: 0, late: 0, dropped: 0 },
    });
  });

  it('counts each note once, and says overdue from the day after the last', () => {
    const notes = [aNote(), waiting, aNote({ answeredAt: noon('2026-09-16'), extensions: 2 })];
    expect(sumOf(notes, calendar)).toMatchObject({
      ...{ delivered: 3, answered: 2, open: 1, overdue: 0, inTime: 1, median: 20.5, longest: 31, extensions: 2 },
    });
    expect(sumOf(notes, { ...calendar, today: '2026-11-21' }).overdue).toBe(1);
  });

  it('counts recommendations by what became of them, and a late commitment with its state too', () => {
    const commitment = { status: 'planned', dueOn: '2026-11-01' } as const;
    const recommendations = [
      recommended({ disposition: 'accepted', commitment }),
      recommended({ disposition: 'accepted', commitment: { status: 'done', dueOn: '2026-11-01' } }),
      recommended({ disposition: 'declined' }),
      recommended(),
    ];
    const sum = sumOf([aNote({ recommendations })], calendar);
    expect(sum.answers).toMatchObject({ accepted: 2, declined: 1, unanswered: 1, more_time: 0 });
    expect([sum.recommendations, sum.commitments]).toEqual([4, { promised: 2, done: 1, under_way: 0, planned: 1, late: 1, dropped: 0 }]);
  });
});

describe('the year', () => {
  it('of a delivery is the district’s own', () => {
    expect(yearsOf(['2027-01-01T07:59:59.999Z', '2025-03-01T20:00:00.000Z', '2027-01-01T08:00:00.000Z', noon('2026-08-03')])).toEqual([
      2027, 2026, 2025,
    ]);
  });

  it.each([
    ['2025', [2027, 2026], 2025],
    [undefined, [2027, 2026], 2027],
    ["'", [2027, 2026], 2027],
    ['20260', [2026], 2026],
    [['2025'], [2026], 2026],
    ['', [], 2028],
  ])('asked for as %j among %j is %j', (asked, years, year) => {
    expect(yearFor(asked, years, 2028)).toBe(year);
  });
});
