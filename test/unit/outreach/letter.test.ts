import { addressLines, isTooLate, letterMachine, type LetterStatus } from '../../../src/features/outreach/letter';
import { letterPolicy } from '../../../src/features/outreach/letter.policy';
import { visitor, type RoleName } from '../../../src/lib/actor';

const promised: Record<LetterStatus, readonly string[]> = {
  waiting: ['print', 'tell', 'drop'],
  printed: ['print', 'post', 'tell', 'drop', 'reopen'],
  posted: ['reopen'],
  told: ['reopen'],
  dropped: ['reopen'],
};

describe('a letter on paper', () => {
  it.each(letterMachine.states)('%s takes exactly the steps we promise', (status) => {
    expect(letterMachine.eventsFrom(status)).toEqual(promised[status]);
  });

  it('is never posted unprinted', () => {
    expect(() => letterMachine.next('waiting', 'post')).toThrow();
  });

  it('is too late from its last moment on', () => {
    const expiresAt = '2026-12-05T08:00:00.000Z';
    expect([isTooLate({ expiresAt }, '2026-12-05T07:59:59.999Z'), isTooLate({ expiresAt }, expiresAt)]).toEqual([false, true]);
    expect(isTooLate({ expiresAt: null }, '2099-01-01T00:00:00.000Z')).toBe(false);
  });
});

describe('the window of an envelope', () => {
  const name = 'Rosa Ortiz';
  it.each([
    ['123 Main St\nLos Angeles, CA', '90012', ['123 Main St', 'Los Angeles, CA 90012']],
    ['123 Main St\nLos Angeles, CA 90012', '90012', ['123 Main St', 'Los Angeles, CA 90012']],
    [' 123 Main St \n\n', '', ['123 Main St']],
    ['', '90012', []],
  ])('shows %j with the ZIP code %s once', (address, zip, lines) => {
    expect(addressLines({ name, address, zip })).toEqual([name, ...lines]);
  });
});

describe('who prints letters', () => {
  const holding = (role: RoleName, collaborativeId: string | null) => ({
    ...visitor('en'),
    id: 'p',
    grants: [{ role, collaborativeId, cycleId: null }],
  });
  it.each([
    ['staff', 'central', true],
    ['administrator', null, true],
    ['staff', 'south', false],
    ['approver', 'central', false],
    ['reviewer', 'central', false],
    ['caller', 'central', false],
  ] as const)('%s of %s: %s', (role, at, allowed) => {
    expect(letterPolicy.manage(holding(role, at), 'central').allowed).toBe(allowed);
  });

  it('no visitor', () => {
    expect(letterPolicy.manage(visitor('en'), 'central').allowed).toBe(false);
  });
});
