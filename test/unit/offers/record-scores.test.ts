import { scoresOf, type RubricUsed } from '../../../src/features/offers/record-scores';
import type { HandedOut } from '../../../src/features/reviews';

const rubric = (id: string, number: number, reasons: number): RubricUsed => ({
  id,
  number,
  criteria: [
    { key: 'reasons', label: { en: 'Reasons' }, weight: reasons },
    { key: 'listening', label: { en: 'Listening' }, weight: 100 - reasons },
  ],
});
const [old, current] = [rubric('r1', 1, 100), rubric('r2', 2, 50)];

const handed = (reviewerId: string, given: Partial<HandedOut> = {}): HandedOut => ({
  candidacyId: 'ana',
  reviewerId,
  reviewerName: reviewerId,
  status: 'complete',
  recusalGround: null,
  completedAt: '2026-11-20T20:00:00.000Z',
  ...given,
});
const scored = (reviewerId: string, rubricId: string | null, reasons: number, listening?: number) => ({
  candidacyId: 'ana',
  reviewerId,
  rubricId,
  scores: new Map([['reasons', reasons] as const, ...(listening === undefined ? [] : [['listening', listening] as const])]),
});
const read = (handedOut: HandedOut[], given: ReturnType<typeof scored>[]) =>
  scoresOf({ handedOut, scored: given, versions: [current, old], inForce: current }).get('ana')!;

describe('the scores in the record of decisions', () => {
  it('weigh each review by the version of the rubric that it was scored by, the older version first', () => {
    const { sheets, without } = read(
      [handed('A'), handed('B'), handed('C')],
      [scored('A', 'r2', 4, 0), scored('B', 'r1', 4, 0), scored('C', null, 2, 2)],
    );
    expect(sheets.map((sheet) => [sheet.rubric.number, sheet.readers.map(({ reviewerName, points }) => [reviewerName, points])])).toEqual([
      [1, [['B', 100]]],
      [
        2,
        [
          ['A', 50],
          ['C', 50],
        ],
      ],
    ]);
    expect(sheets.map(({ means, mean }) => [[...means], mean])).toEqual([
      [
        [
          ['reasons', 4],
          ['listening', 0],
        ],
        100,
      ],
      [
        [
          ['reasons', 3],
          ['listening', 1],
        ],
        50,
      ],
    ]);
    expect(without).toEqual([]);
  });

  it('leave out of a mean what was not scored', () => {
    const { sheets } = read([handed('A'), handed('B')], [scored('A', 'r2', 4), scored('B', 'r2', 2, 3)]);
    expect([...sheets[0]!.means]).toEqual([
      ['reasons', 3],
      ['listening', 3],
    ]);
    expect([...read([handed('A')], [scored('A', 'r2', 4)]).sheets[0]!.means]).toEqual([['reasons', 4]]);
  });

  it('count nothing of who stepped aside or never finished, whatever was kept of it', () => {
    const aside = handed('A', { status: 'recused', recusalGround: 'family', completedAt: null });
    const begun = handed('B', { status: 'in_progress', completedAt: null });
    const { sheets, without } = read(
      [aside, begun, handed('C')],
      [scored('A', 'r2', 0, 0), scored('B', 'r2', 0, 0), scored('C', 'r2', 4, 4)],
    );
    expect(sheets.map(({ readers, mean }) => [readers.length, mean])).toEqual([[1, 100]]);
    expect(without).toEqual([aside, begun]);
  });
});
