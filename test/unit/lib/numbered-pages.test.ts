import fc from 'fast-check';
import { numberedPage, pageOfRow, readPageNumber } from '../../../src/lib/numbered-pages';

describe('pages with numbers', () => {
  it('hold every row once, in order, and each where its index says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), fc.integer({ min: 1, max: 30 }), (length, size) => {
        const rows = Array.from({ length }, (_, index) => index);
        const { pages } = numberedPage(rows, 1, size);
        const all = Array.from({ length: pages }, (_, index) => numberedPage(rows, index + 1, size));
        expect(all.flatMap((page) => page.rows)).toEqual(rows);
        for (const page of all) for (const row of page.rows) expect(pageOfRow(row, size)).toBe(page.number);
      }),
    );
  });

  it('say which rows they show, and give the last page for one that is not there', () => {
    const { rows: shown, ...page } = numberedPage(['a', 'b', 'c'], 9, 2);
    expect([shown, page]).toEqual([['c'], { number: 2, pages: 2, from: 3, to: 3, all: 3 }]);
    expect(numberedPage([], 1, 2)).toEqual({ rows: [], number: 1, pages: 1, from: 0, to: 0, all: 0 });
  });

  it.each([
    ['3', 3],
    ['0', 1],
    ['-1', 1],
    ['1e3', 1],
    ['999999', 1],
    [undefined, 1],
    [['2'], 1],
  ])('are read from an address: %p is page %i', (said, number) => {
    expect(readPageNumber(said)).toBe(number);
  });
});
