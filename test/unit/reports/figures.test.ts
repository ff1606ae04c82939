import { bars, columns } from '../../../src/features/reports/chart';
import { binsOf, byDay, coverageRows, ranked, topOf } from '../../../src/features/reports/figures';

describe('applications by day', () => {
  it('are on the district’s calendar: the last hour of a day in Los Angeles is the next day in UTC', () => {
    const hours = new Map([
      ['2026-11-13T07', 2],
      ['2026-11-13T08', 3],
    ]);
    expect(byDay(hours)).toEqual([
      { key: '2026-11-12', count: 2 },
      { key: '2026-11-13', count: 3 },
    ]);
  });

  it('have days of none between the first and the last, across the change of the clocks', () => {
    const hours = new Map([
      ['2026-10-31T20', 1],
      ['2026-11-02T20', 1],
    ]);
    expect(byDay(hours).map(({ key, count }) => `${key} ${count}`)).toEqual(['2026-10-31 1', '2026-11-01 0', '2026-11-02 1']);
    expect(byDay(new Map())).toEqual([]);
  });
});

describe('ranked figures', () => {
  const counts = new Map([
    ['a', 1],
    ['b', 5],
    ['c', 3],
    ['d', 1],
  ]);

  it('have the largest first, and the others together', () => {
    expect(ranked(counts).map(({ key }) => key)).toEqual(['b', 'c', 'a', 'd']);
    expect(topOf(counts, 2, 'rest')).toEqual([
      { key: 'b', count: 5 },
      { key: 'c', count: 3 },
      { key: 'rest', count: 2 },
    ]);
    expect(topOf(counts, 4, 'rest')).toHaveLength(4);
  });

  it('have all ten bins and every number of reviews, with the most taken together', () => {
    expect(binsOf(new Map([['7', 4]])).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 4, 0, 0]);
    expect(binsOf(new Map())).toEqual([]);
    expect(
      coverageRows(
        new Map([
          ['0', 2],
          ['3', 5],
          ['4', 1],
        ]),
        3,
      ).map(({ count }) => count),
    ).toEqual([2, 0, 0, 6]);
  });
});

describe('a drawing', () => {
  const rows = [
    { label: 'x'.repeat(60), value: 10, text: '10' },
    { label: 'short', value: 5, text: '5' },
  ];

  it('has bars as long as their numbers, and cuts a label that does not fit', () => {
    const { rects, texts, height } = bars(rows);
    expect(rects.filter(({ isTrack }) => !isTrack).map(({ width }) => width)).toEqual([320, 160]);
    expect([Array.from(texts[0]!.text).length, height]).toEqual([42, 72]);
  });

  it('has columns inside its frame, and survives nothing at all', () => {
    const many = Array.from({ length: 60 }, (_, day) => ({ label: String(day), value: day, text: String(day) }));
    const { rects, texts, width, height } = columns(many);
    expect(rects.every((rect) => rect.x >= 0 && rect.x + rect.width <= width && rect.y >= 0 && rect.y + rect.height <= height)).toBe(true);
    expect(texts.map(({ text, anchor }) => `${text} ${anchor}`)).toEqual(['59 end', '0 start', '59 end']);
    expect([columns([]).rects, bars([]).rects, columns([{ label: 'a', value: 0, text: '0' }]).texts.length]).toEqual([[], [], 1]);
  });
});
