import { inCallOrder, isSameName, isToCall, type ToCall } from '../../../src/features/outreach/call';
import { callPolicy } from '../../../src/features/outreach/call.policy';
import { visitor, type RoleName } from '../../../src/lib/actor';

const person = (given: Partial<ToCall> = {}): ToCall => ({
  offerId: 'o',
  candidacyId: 'c',
  reference: '7KQ4-XM2P',
  name: 'Rosa',
  phone: '213 555 0100',
  locale: 'es',
  bestTime: '',
  hasEmail: true,
  offeredAt: '2026-12-01T00:00:00.000Z',
  answerBy: '2026-12-11T00:00:00.000Z',
  calls: 0,
  lastCall: null,
  ...given,
});

describe('who is phoned about an offer', () => {
  it('with e-mail: once half of the time is over, and not a moment before', () => {
    expect([isToCall(person(), '2026-12-05T23:59:59.999Z'), isToCall(person(), '2026-12-06T00:00:00.000Z')]).toEqual([false, true]);
  });

  it('without e-mail: at once', () => {
    expect(isToCall(person({ hasEmail: false }), '2026-12-01T00:00:00.000Z')).toBe(true);
  });

  it('nobody whose time is over', () => {
    const noMail = person({ hasEmail: false });
    expect([isToCall(noMail, noMail.answerBy), isToCall(noMail, '2026-12-11T00:00:00.001Z')]).toEqual([true, false]);
  });

  it('comes first without e-mail, then by deadline; a call agreed for later waits', () => {
    const now = '2026-12-07T00:00:00.000Z';
    const later = { outcome: 'reached' as const, at: now, by: 'Cora', againAt: '2026-12-08T00:00:00.000Z' };
    const people = [
      person({ offerId: 'mail-late', answerBy: '2026-12-12T00:00:00.000Z' }),
      person({ offerId: 'mail-soon', answerBy: '2026-12-09T00:00:00.000Z' }),
      person({ offerId: 'later', hasEmail: false, lastCall: later }),
      person({ offerId: 'paper', hasEmail: false, answerBy: '2026-12-12T00:00:00.000Z' }),
      person({ offerId: 'due again', hasEmail: false, lastCall: { ...later, againAt: now } }),
    ];
    expect(inCallOrder(people, now).map(({ offerId }) => offerId)).toEqual(['due again', 'paper', 'mail-soon', 'mail-late', 'later']);
  });

  it.each([
    ['rosa  ortiz núñez', true],
    ['Rosa Ortiz Nunez', true],
    ['Rosa Ortiz', false],
    ['', false],
  ])('the name read back as %j is that of Rosa Ortiz Núñez: %s', (said, same) => {
    expect(isSameName(said, 'Rosa Ortiz Núñez')).toBe(same);
  });
});

describe('who may phone', () => {
  const place = { cycleId: 'spring', collaborativeId: 'central' };
  const holding = (role: RoleName, collaborativeId: string | null, cycleId: string | null = null) => ({
    ...visitor('en'),
    id: 'p',
    grants: [{ role, collaborativeId, cycleId }],
  });
  it.each([
    ['caller', 'central', 'spring', true, false],
    ['caller', 'central', 'fall', false, false],
    ['caller', 'south', 'spring', false, false],
    ['staff', 'central', null, true, true],
    ['staff', 'south', null, false, false],
    ['administrator', null, null, true, true],
    ['approver', 'central', null, false, false],
    ['reviewer', 'central', 'spring', false, false],
  ] as const)('%s of %s in %s: calls %s, chooses callers %s', (role, at, cycle, calls, chooses) => {
    const actor = holding(role, at, cycle);
    expect([callPolicy.call(actor, place).allowed, callPolicy.choose(actor, place).allowed]).toEqual([calls, chooses]);
  });
});
