import fc from 'fast-check';
import { driftsOf, spreadsOf, widthOf } from '../../../src/features/panels/report';

const given = (reviewerId: string, candidacyId: string, points: number) => ({ reviewerId, candidacyId, points });

describe('how a reviewer scores', () => {
  it('is compared with what others gave the same applications', () => {
    const drifts = driftsOf([
      given('strict', 'a', 40),
      given('kind', 'a', 60),
      given('strict', 'b', 20),
      given('kind', 'b', 50),
      given('kind', 'c', 100),
    ]);
    expect(drifts).toEqual([
      { reviewerId: 'strict', reviews: 2, mean: 30, deviation: 10, fromPanel: -25, early: -20, late: -30 },
      { reviewerId: 'kind', reviews: 3, mean: 70, deviation: Math.sqrt((100 + 400 + 900) / 3), fromPanel: 25, early: 25, late: null },
    ]);
  });

  it('is compared with nobody where nobody else scored', () => {
    expect(driftsOf([given('alone', 'a', 40)])[0]).toMatchObject({ fromPanel: null, early: null, late: null });
  });

  it('does not call anyone apart where all give the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (points) => {
        const all = points.flatMap((value, at) => ['r', 's', 't'].map((reviewer) => given(reviewer, `c${String(at)}`, value)));
        return driftsOf(all).every(({ fromPanel }) => fromPanel === 0);
      }),
    );
  });
});

describe('where reviewers differ', () => {
  const scored = (reviewerId: string, score: number) => ({
    reviewerId,
    candidacyId: 'a',
    scores: new Map([
      ['x', score],
      ['y', 3],
    ]),
  });

  it('is flagged from the flag on, criterion by criterion', () => {
    expect(spreadsOf([scored('r', 1), scored('s', 3)], ['x', 'y'], 2)).toEqual([
      {
        candidacyId: 'a',
        criterion: 'x',
        scores: [
          { reviewerId: 'r', score: 1 },
          { reviewerId: 's', score: 3 },
        ],
      },
    ]);
    expect(spreadsOf([scored('r', 2), scored('s', 3)], ['x', 'y'], 2)).toEqual([]);
    expect(widthOf({ scores: [{ reviewerId: 'r', score: 4 }] })).toBe(0);
  });
});
