import {
  begin,
  complete,
  criteriaWithoutScore,
  mayAssignIn,
  namesAreOpen,
  recuse,
  reviewMachine,
  type Review,
  type ReviewStatus,
} from '../../../src/features/reviews/review';

const promised: Record<ReviewStatus, Record<string, ReviewStatus>> = {
  assigned: { begin: 'in_progress', complete: 'complete', recuse: 'recused' },
  in_progress: { begin: 'in_progress', complete: 'complete', recuse: 'recused' },
  complete: {},
  recused: {},
};

const aReview = (given: Partial<Review> = {}): Review => ({
  id: 'review',
  candidacyId: 'candidacy',
  reviewerId: 'reviewer',
  status: 'assigned',
  recommendation: null,
  recusalGround: null,
  recusalWords: null,
  assignedAt: '2026-11-01T00:00:00.000Z',
  assignedBy: null,
  completedAt: null,
  rubricId: null,
  minutes: null,
  version: 1,
  ...given,
});

const at = '2026-11-21T20:00:00.000Z';
const full = { scores: [{ criterion: 'a', score: 0, comment: '' }], recommendation: 'maybe', minutes: 12 } as const;

describe('a review', () => {
  it.each(reviewMachine.states)('%s takes exactly the events we promise', (status) => {
    const leads = Object.fromEntries(reviewMachine.eventsFrom(status).map((event) => [event, reviewMachine.next(status, event)]));
    expect(leads).toEqual(promised[status]);
  });

  it('is complete once every criterion has a score and something is recommended', () => {
    expect(complete(aReview(), full, { criteria: ['a'], rubricId: 'rubric', at })).toMatchObject({
      status: 'complete',
      completedAt: at,
      rubricId: 'rubric',
      recommendation: 'maybe',
    });
    expect(() => complete(aReview(), full, { criteria: ['a', 'b'], rubricId: 'rubric', at })).toThrow('reviews.errors.notComplete');
    expect(() => complete(aReview(), { ...full, recommendation: null }, { criteria: ['a'], rubricId: 'rubric', at })).toThrow(
      'reviews.errors.notComplete',
    );
  });

  it('counts a score of zero as a score', () => {
    expect(criteriaWithoutScore(full, ['a', 'b'])).toEqual(['b']);
  });

  it('is locked when complete', () => {
    const locked = aReview({ status: 'complete' });
    expect(() => begin(locked, full)).toThrow('no begin from complete');
    expect(() => recuse(locked, 'family', '')).toThrow('no recuse from complete');
  });

  it('keeps the ground of a recusal and forgets the recommendation', () => {
    const recused = recuse(aReview({ recommendation: 'yes' }), 'work', '');
    expect(recused).toMatchObject({ status: 'recused', recusalGround: 'work', recusalWords: null, recommendation: null });
  });

  it('shows names only when enough are in and none can change any more', () => {
    expect(namesAreOpen(['complete', 'complete', 'complete'], 3)).toBe(true);
    expect(namesAreOpen(['complete', 'complete', 'complete', 'recused'], 3)).toBe(true);
    expect(namesAreOpen(['complete', 'complete'], 3)).toBe(false);
    expect(namesAreOpen(['complete', 'complete', 'complete', 'assigned'], 3)).toBe(false);
  });

  it('is handed out and written after closing and before the release', () => {
    const states = ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding', 'released', 'complete', 'cancelled'];
    expect(states.filter(mayAssignIn)).toEqual(['closed', 'in_review', 'deciding']);
  });
});
