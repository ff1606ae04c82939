import { stillCounts } from '../../src/features/directory/directory';

describe('the word to be listed in the directory', () => {
  const first = { startedOn: '2025-07-01', endedOn: '2026-06-30' };

  it('counts from before the first day, through the time on the roster', () => {
    expect(stillCounts('2026-06-20', [{ startedOn: '2026-07-01', endedOn: null }])).toBe(true);
    expect(stillCounts('2026-06-20', [])).toBe(true);
    expect(stillCounts('2026-06-20', [first])).toBe(true);
  });

  it('goes on through terms and moves that follow on the next day', () => {
    const second = { startedOn: '2026-07-01', endedOn: '2026-12-31' };
    expect(stillCounts('2025-08-01', [first, second])).toBe(true);
    expect(stillCounts('2025-08-01', [{ startedOn: '2027-01-01', endedOn: null }, first, second])).toBe(true);
  });

  it('ends with that time: who comes back is asked again', () => {
    const back = { startedOn: '2026-07-02', endedOn: null };
    expect(stillCounts('2026-06-30', [first, back])).toBe(false);
    expect(stillCounts('2025-08-01', [first, back])).toBe(false);
    expect(stillCounts('2026-07-01', [first, back])).toBe(true);
  });
});
