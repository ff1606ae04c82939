import fc from 'fast-check';
import { totalsOf, weightedPoints, type ScoredReview } from '../../../src/features/reviews/totals';

const weights = [
  { key: 'connection', weight: 20 },
  { key: 'experience', weight: 30 },
  { key: 'listening', weight: 50 },
];
const rules = { minimumReviews: 3, spreadFlag: 2 };

const review = (candidacyId: string, reviewerId: string, [a, b, c]: [number, number, number]): ScoredReview => ({
  candidacyId,
  reviewerId,
  scores: new Map([
    ['connection', a],
    ['experience', b],
    ['listening', c],
  ]),
});

const score = fc.integer({ min: 0, max: 4 });
const scores = fc.tuple(score, score, score);
const reviews = fc.array(fc.record({ candidate: fc.integer({ min: 0, max: 6 }), reviewer: fc.integer({ min: 0, max: 3 }), scores }), {
  maxLength: 40,
});

describe('weighted points', () => {
  it.each([
    [[0, 0, 0], 0],
    [[4, 4, 4], 100],
    [[2, 2, 2], 50],
    [[4, 0, 0], 20],
    [[0, 4, 2], 55],
  ] as const)('gives %j as %d of 100', (given, expected) => {
    expect(weightedPoints(review('c', 'r', [...given]).scores, weights)).toBeCloseTo(expected, 10);
  });

  it('stays within 0 and 100 for any scores and grows with every score', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const points = weightedPoints(review('c', 'r', given).scores, weights);
        const better = weightedPoints(review('c', 'r', [Math.min(4, given[0] + 1), given[1], given[2]]).scores, weights);
        return points >= 0 && points <= 100 && better >= points;
      }),
    );
  });
});

describe('totals', () => {
  it('is the mean over the reviews, with the flags at both sides of their limits', () => {
    const [ana, bo] = totalsOf(
      [
        review('ana', 'r1', [4, 4, 4]),
        review('ana', 'r2', [3, 3, 3]),
        review('ana', 'r3', [3, 3, 3]),
        review('bo', 'r1', [2, 2, 2]),
        review('bo', 'r2', [0, 2, 2]),
      ],
      weights,
      rules,
    );
    expect(ana).toMatchObject({ candidacyId: 'ana', reviews: 3, isCovered: true, hasSpread: false });
    expect(ana?.weighted).toBeCloseTo((100 + 75 + 75) / 3, 10);
    expect(bo).toMatchObject({ candidacyId: 'bo', reviews: 2, isCovered: false, hasSpread: true });
  });

  it('takes away how strict or generous a reviewer is on the whole', () => {
    const strict = [review('ana', 'strict', [1, 1, 1]), review('bo', 'strict', [0, 0, 0])];
    const generous = [review('ana', 'generous', [4, 4, 4]), review('bo', 'generous', [3, 3, 3])];
    const [ana, bo] = totalsOf([...strict, ...generous], weights, rules);
    expect([ana?.normalised, bo?.normalised]).toEqual([1, -1]);
  });

  it('says nothing by a reviewer who gives everyone the same', () => {
    const totals = totalsOf([review('ana', 'flat', [2, 2, 2]), review('bo', 'flat', [2, 2, 2])], weights, rules);
    expect(totals.map((total) => total.normalised)).toEqual([0, 0]);
  });

  it('does not depend on the order of the reviews, and z-scores of each reviewer sum to zero', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        const distinct = new Map(given.map((one) => [`${one.candidate} ${one.reviewer}`, one]));
        const list = [...distinct.values()].map((one) => review(`c${one.candidate}`, `r${one.reviewer}`, one.scores));
        const forward = totalsOf(list, weights, rules);
        const backward = new Map(totalsOf([...list].reverse(), weights, rules).map((total) => [total.candidacyId, total]));
        const same = forward.every((total) => Math.abs((total.weighted ?? 0) - (backward.get(total.candidacyId)?.weighted ?? 0)) < 1e-9);
        const sum = forward.reduce((all, total) => all + (total.normalised ?? 0) * total.reviews, 0);
        return same && Math.abs(sum) < 1e-6;
      }),
    );
  });

  it('is the same for a reviewer who moves all their scores by a fixed amount', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 2,
          maxLength: 12,
        }),
        (given) => {
          const plain = totalsOf(
            given.map((one, at) => review(`c${at}`, 'r', one)),
            weights,
            rules,
          );
          const lifted = totalsOf(
            given.map(([a, b, c], at) => review(`c${at}`, 'r', [a + 2, b + 2, c + 2])),
            weights,
            rules,
          );
          return plain.every((total, at) => Math.abs((total.normalised ?? 0) - (lifted[at]?.normalised ?? 0)) < 1e-6);
        },
      ),
    );
  });
});

/** What the page explains of both columns, written anew: the mean of the points, and of how far they lie from the reviewer's habit. */
function byHand(list: readonly ScoredReview[], candidacyId: string): { weighted: number; normalised: number } {
  const points = ({ scores: given }: ScoredReview): number =>
    (20 * (given.get('connection') ?? 0) + 30 * (given.get('experience') ?? 0) + 50 * (given.get('listening') ?? 0)) / 4;
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value) / values.length;
  const distance = (one: ScoredReview): number => {
    const habit = list.filter(({ reviewerId }) => reviewerId === one.reviewerId).map(points);
    const variance = average(habit.map((value) => value * value)) - average(habit) ** 2;
    return variance < 1e-6 ? 0 : (points(one) - average(habit)) / Math.sqrt(variance);
  };
  const own = list.filter((one) => one.candidacyId === candidacyId);
  return { weighted: average(own.map(points)), normalised: average(own.map(distance)) };
}

describe('whatever was scored', () => {
  const distinctReviews = fc
    .uniqueArray(fc.record({ candidate: fc.integer({ min: 0, max: 6 }), reviewer: fc.integer({ min: 0, max: 3 }), scores }), {
      selector: ({ candidate, reviewer }) => `${candidate} ${reviewer}`,
      minLength: 1,
      maxLength: 28,
    })
    .map((list) => list.map((one) => review(`c${one.candidate}`, `r${one.reviewer}`, one.scores)));

  it('both columns, the count and the flags are those that anyone works out by hand, for everyone reviewed and nobody else', () => {
    fc.assert(
      fc.property(distinctReviews, (list) => {
        const totals = totalsOf(list, weights, rules);
        expect(totals.map(({ candidacyId }) => candidacyId).sort()).toEqual([...new Set(list.map((one) => one.candidacyId))].sort());
        for (const total of totals) {
          const own = list.filter((one) => one.candidacyId === total.candidacyId);
          const { weighted, normalised } = byHand(list, total.candidacyId);
          expect(total.weighted).toBeCloseTo(weighted, 8);
          expect(total.normalised).toBeCloseTo(normalised, 5);
          const apart = own.some((a) => own.some((b) => [...a.scores].some(([key, given]) => given - (b.scores.get(key) ?? 0) >= 2)));
          expect([total.reviews, total.isCovered, total.hasSpread]).toEqual([own.length, own.length >= 3, apart]);
        }
      }),
    );
  });

  it('one better score lifts that person by exactly its weight, and moves the weighted total of nobody else', () => {
    fc.assert(
      fc.property(distinctReviews, fc.nat(), fc.constantFrom(...weights), (list, at, { key, weight }) => {
        const better = list[at % list.length]!;
        fc.pre((better.scores.get(key) ?? 0) < 4);
        const lifted = list.map((one) =>
          one === better ? { ...one, scores: new Map([...one.scores, [key, (one.scores.get(key) ?? 0) + 1] as const]) } : one,
        );
        const after = new Map(totalsOf(lifted, weights, rules).map((total) => [total.candidacyId, total]));
        for (const { candidacyId, weighted, reviews: count } of totalsOf(list, weights, rules)) {
          const step = candidacyId === better.candidacyId ? weight / 4 / count : 0;
          expect((after.get(candidacyId)?.weighted ?? 0) - (weighted ?? 0)).toBeCloseTo(step, 8);
        }
      }),
    );
  });
});

describe('a rubric that changed after the opening', () => {
  it('leaves each review the weights it was scored by', () => {
    const before = [
      { key: 'a', weight: 50 },
      { key: 'b', weight: 50 },
    ];
    const now = [{ key: 'a', weight: 100 }];
    const scores = new Map([
      ['a', 4],
      ['b', 0],
    ]);
    const reviews = [
      { candidacyId: 'x', reviewerId: 'one', scores, weights: before },
      { candidacyId: 'y', reviewerId: 'one', scores },
    ];
    const totals = totalsOf(reviews, now, { minimumReviews: 1, spreadFlag: 2 });
    expect(totals.map(({ candidacyId, weighted }) => [candidacyId, weighted])).toEqual([
      ['x', 50],
      ['y', 100],
    ]);
  });
});
