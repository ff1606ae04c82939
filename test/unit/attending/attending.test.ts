import { answerToken, readAnswerToken } from '../../../src/features/attending/answer-link';
import { expectationOf, riskOf, type Expectation } from '../../../src/features/attending/expectation';
import { seal } from '../../../src/lib/secret';

const expected = (given: Partial<Expectation> = {}): Expectation => ({
  voters: 9,
  needed: 5,
  coming: 5,
  declined: 0,
  unanswered: 4,
  ...given,
});

describe('what the answers say of the quorum', () => {
  it('counts the voting members alone, from afar as in the room', () => {
    const answers = new Map([
      ['a', 'coming'],
      ['b', 'remote'],
      ['c', 'not_coming'],
      ['guest', 'coming'],
    ] as const);
    expect(expectationOf(['a', 'b', 'c', 'd'], 3, answers)).toEqual({ voters: 4, needed: 3, coming: 2, declined: 1, unanswered: 1 });
  });

  it.each([
    ['four of nine have declined', { declined: 4, coming: 0 }, '2026-12-10T02:00:00.000Z', 'safe'],
    ['five of nine have declined', { declined: 5, coming: 0 }, '2026-12-10T02:00:00.000Z', 'lost'],
    ['four come, over 72 hours before', { coming: 4 }, '2026-12-04T02:00:00.001Z', 'safe'],
    ['four come, 72 hours before', { coming: 4 }, '2026-12-04T02:00:00.000Z', 'open'],
    ['five come, an hour before', { coming: 5 }, '2026-12-01T03:00:00.000Z', 'safe'],
  ] as const)('where %s', (_, given, startsAt, risk) => {
    expect(riskOf(expected(given), startsAt, '2026-12-01T02:00:00.000Z')).toBe(risk);
  });
});

describe('the link of the question', () => {
  const link = { meetingId: 'm1', personId: 'p1' };

  it('stands for one member and one meeting', () => {
    expect(readAnswerToken(answerToken(link, 'secret'), 'secret')).toEqual(link);
  });

  it.each([
    ['another secret', answerToken(link, 'other')],
    ['a letter changed', `x${answerToken(link, 'secret').slice(1)}`],
    ['another purpose', seal('letter m1 p1', 'secret')],
    ['too little in it', seal('coming m1', 'secret')],
    ['nothing', ''],
    ['odd signs', '💥/../'],
  ])('means nothing with %s', (_, token) => {
    expect(readAnswerToken(token, 'secret')).toBeUndefined();
  });
});
