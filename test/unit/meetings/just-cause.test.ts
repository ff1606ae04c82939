import { countsCauses, remoteLimit, remoteProblem, type RemoteUses } from '../../../src/features/meetings/just-cause';

describe('taking part from afar for just cause (54953.8.3)', () => {
  it.each([
    [0, 2],
    [12, 2],
    [13, 5],
    [24, 5],
    [25, 7],
  ])('with %i meetings a year is allowed %i times', (meetings, limit) => {
    expect(remoteLimit(meetings)).toBe(limit);
  });

  it.each([
    ['brown', true],
    ['greene', false],
    ['policy', false],
  ] as const)('is counted under %s: %s', (regime, counts) => {
    expect(countsCauses(regime)).toBe(counts);
  });

  const uses = (held: number, planned: number): RemoteUses => ({ limit: 2, used: new Map([['ana', { held, planned }]]) });

  it('asks for a cause below the limit, refuses at it, and counts what is planned', () => {
    expect(remoteProblem(uses(1, 0), { personId: 'ana', reason: 'Care' })).toBeNull();
    expect(remoteProblem(uses(1, 0), { personId: 'ana', reason: '' })).toBe('cause');
    expect(remoteProblem(uses(1, 1), { personId: 'ana', reason: 'Care' })).toBe('limit');
    expect(remoteProblem(uses(2, 0), { personId: 'bo', reason: 'Care' })).toBeNull();
    expect(remoteProblem(null, { personId: 'ana', reason: '' })).toBeNull();
  });
});
