import { cycleFor, takesAnswers } from '../../../src/features/applications/application';
import { stateOfLateCode } from '../../../src/features/late-entry/late-code';
import { lateEntryPolicy } from '../../../src/features/late-entry/late-entry.policy';
import { visitor, type Actor } from '../../../src/lib/actor';
import { theApplication, theCycle } from '../../support/builders/application';

const code = { revokedAt: null, expiresAt: '2026-12-20T23:30:00.000Z', uses: 0, useLimit: 2 };

describe('a code for late entry', () => {
  it('works in its last minute, and not after it', () => {
    expect(stateOfLateCode(code, '2026-12-20T23:30:59.999Z')).toBe('good');
    expect(stateOfLateCode(code, '2026-12-20T23:31:00.000Z')).toBe('expired');
  });

  it('works until its last use is taken', () => {
    expect(stateOfLateCode({ ...code, uses: 1 }, '2026-12-10T00:00:00.000Z')).toBe('good');
    expect(stateOfLateCode({ ...code, uses: 2 }, '2026-12-10T00:00:00.000Z')).toBe('usedUp');
  });

  it('is over once it was ended', () => {
    expect(stateOfLateCode({ ...code, revokedAt: '2026-12-09T00:00:00.000Z' }, '2026-12-10T00:00:00.000Z')).toBe('revoked');
  });
});

describe('whether an application can still be sent', () => {
  const cycle = theCycle();
  const inTime = '2026-12-05T07:59:59.999Z';
  const late = '2026-12-05T08:00:00.000Z';
  const lastLate = '2027-01-16T07:59:59.999Z';
  const deciding = '2027-01-16T08:00:00.000Z';
  const draft = theApplication();
  const withCode = theApplication({ lateCodeId: 'code' });
  const extended = theApplication({ extendedUntil: '2026-12-10T02:00:00.000Z' });

  it.each([
    ['anybody in the closing minute', draft, inTime, true],
    ['nobody after it', draft, late, false],
    ['whoever has a code after it', withCode, late, true],
    ['whoever has a code in the last moment before decisions', withCode, lastLate, true],
    ['nobody with a code once decisions begin', withCode, deciding, false],
    ['whoever has more time, in the last minute of it', extended, '2026-12-10T02:00:59.999Z', true],
    ['nobody after that minute', extended, '2026-12-10T02:01:00.000Z', false],
    ['nobody with more time once decisions begin', theApplication({ extendedUntil: '2027-02-01T00:00:00.000Z' }), deciding, false],
    ['nobody who has sent it', { ...withCode, status: 'submitted' as const }, late, false],
  ])('%s', (_, application, now, may) => {
    expect(takesAnswers(application, cycle, now)).toBe(may);
  });

  it('ends for everyone when the cycle is moved on by hand, or cancelled', () => {
    for (const status of ['deciding', 'released', 'complete', 'cancelled', 'draft', 'scheduled'] as const)
      expect([status, takesAnswers(withCode, { ...cycle, status, opensAt: '2027-06-01T00:00:00.000Z' }, late)]).toEqual([status, false]);
  });

  it('shows each applicant their own closing time, the latest they have', () => {
    expect(cycleFor(draft, cycle).closesAt).toBe(cycle.closesAt);
    expect(cycleFor(extended, cycle).closesAt).toBe('2026-12-10T02:00:00.000Z');
    expect(cycleFor(withCode, cycle).closesAt).toBe('2027-01-16T07:59:00.000Z');
    expect(cycleFor(theApplication({ extendedUntil: '2026-11-30T00:00:00.000Z' }), cycle).closesAt).toBe(cycle.closesAt);
  });
});

describe('who may let people in late', () => {
  const cycle = theCycle();
  const as = (role: 'staff' | 'approver' | 'reviewer' | 'administrator', collaborativeId: string | null): Actor => ({
    ...visitor('en'),
    id: role,
    grants: [{ role, collaborativeId, cycleId: null }],
  });
  it.each([
    ['a visitor', visitor('en'), false, false],
    ['an approver', as('approver', 'central'), false, false],
    ['a reviewer', as('reviewer', 'central'), false, false],
    ['staff of the collaborative', as('staff', 'central'), true, true],
    ['staff of another in the cycle', as('staff', 'south'), true, false],
    ['staff of one that is not in the cycle', as('staff', 'west'), false, false],
    ['an administrator', as('administrator', null), true, true],
  ])('%s', (_, actor, mayArrange, mayForCentral) => {
    expect(lateEntryPolicy.arrange(actor, cycle).allowed).toBe(mayArrange);
    expect(lateEntryPolicy.manage(actor, cycle, 'central').allowed).toBe(mayForCentral);
    expect(lateEntryPolicy.extend(actor, cycle, ['central']).allowed).toBe(mayForCentral);
    expect(lateEntryPolicy.extend(actor, cycle, []).allowed).toBe(mayArrange);
  });
});
