import { invitationState, isOpen } from '../../../src/features/accounts/invitation';

const expiresAt = '2026-11-28T20:00:00.000Z';

it.each([
  ['2026-11-28T19:59:59.999Z', 'waiting'],
  ['2026-11-28T20:00:00.000Z', 'expired'],
])('an invitation nobody answered is at %s %s, and can still be sent again', (at, state) => {
  expect(invitationState({ outcome: null, expiresAt }, at)).toBe(state);
  expect(isOpen({ outcome: null })).toBe(true);
});

it.each(['accepted', 'replaced', 'taken_back'] as const)('an invitation that was %s stays so after its days', (outcome) => {
  for (const at of ['2026-11-21T20:00:00.000Z', '2026-12-21T20:00:00.000Z'])
    expect(invitationState({ outcome, expiresAt }, at)).toBe(outcome);
  expect(isOpen({ outcome })).toBe(false);
});
