import { callVotes, whoSaysWhy, type SpokenChoice } from '../../../src/features/in-session/motion';
import { statusOf } from '../../support/status';

describe('who steps aside', () => {
  const answers = (reasons: Map<string, string>) => ({
    choices: new Map<string, SpokenChoice>([
      ['a', 'yes'],
      ['b', 'abstain'],
      ['c', 'recused'],
    ]),
    reasons,
  });
  const under = (regime: 'brown' | 'greene' | 'policy') => ({
    present: new Set(['a', 'b', 'c']),
    voters: ['a', 'b', 'c', 'd'],
    bodies: [{ voters: new Set(['a', 'b', 'c', 'd']), rule: 'majority_of_votes' as const, regime }],
  });

  it.each([
    ['brown', 409],
    ['greene', 409],
    ['policy', 200],
  ] as const)('says why under %s: without a reason %d', (regime, expected) => {
    expect(statusOf(() => callVotes(answers(new Map()), under(regime)))).toBe(expected);
  });

  it('is recorded with the reason, and nobody else has one', () => {
    const votes = callVotes(answers(new Map(['a', 'b', 'c'].map((id) => [id, `of ${id}`]))), under('brown'));
    expect(votes.map(({ choice, reason }) => [choice, reason])).toEqual([
      ['yes', ''],
      ['abstain', ''],
      ['recused', 'of c'],
      ['absent', ''],
    ]);
  });

  it('answers in a joint meeting to the act of the own body', () => {
    const [body] = under('policy').bodies;
    const two = [
      { voters: new Set(['a', 'b']), regime: 'policy' as const },
      { voters: new Set(['c']), regime: 'greene' as const },
    ];
    expect([...whoSaysWhy(two)]).toEqual(['c']);
    expect(body === undefined ? [] : [...whoSaysWhy([body])]).toEqual([]);
  });
});
