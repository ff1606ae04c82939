import { fits, guestMachine, headCount, mayRegister, nextPlaced, type GuestStatus } from '../../../src/features/guests/guest';
import { guestToken, readGuestToken } from '../../../src/features/guests/guest-link';
import { answerToken } from '../../../src/features/attending/answer-link';

const party = (id: string, size: number, status: GuestStatus) => ({ id, party: size, status });

it('a place is given back once, and who gave it back registers anew', () => {
  expect(Object.fromEntries(guestMachine.states.map((state) => [state, guestMachine.eventsFrom(state)]))).toEqual({
    waiting: ['place', 'cancel'],
    placed: ['cancel'],
    cancelled: [],
  });
});

it('people register for community sessions alone, until they begin', () => {
  const session = { kind: 'community', status: 'scheduled', startsAt: '2026-12-04T02:00:00.000Z' } as const;
  expect(mayRegister(session, '2026-12-04T01:59:59.999Z')).toBe(true);
  expect(mayRegister(session, session.startsAt)).toBe(false);
  expect(mayRegister({ ...session, kind: 'regular' }, '2026-12-01T00:00:00.000Z')).toBe(false);
  expect(
    ['draft', 'cancelled', 'postponed', 'adjourned'].map((status) =>
      mayRegister({ ...session, status: status as 'draft' }, '2026-12-01T00:00:00.000Z'),
    ),
  ).toEqual([false, false, false, false]);
});

it('the last place can be had, and not one more; without a number everybody comes', () => {
  const guests = [party('a', 3, 'placed'), party('b', 2, 'cancelled'), party('c', 9, 'waiting')];
  expect(headCount(guests)).toBe(3);
  expect([fits(guests, 2, 5), fits(guests, 3, 5), fits(guests, 99, null)]).toEqual([true, false, true]);
});

it('the waiting list moves up in the order people came; a party that does not fit waits on and holds up nobody', () => {
  const guests = [
    party('a', 3, 'placed'),
    party('b', 4, 'waiting'),
    party('c', 1, 'waiting'),
    party('d', 1, 'waiting'),
    party('e', 1, 'waiting'),
  ];
  const placed = (places: number | null) => nextPlaced(guests, places).map(({ id }) => id);
  expect([placed(3), placed(4), placed(5), placed(7), placed(8), placed(null)]).toEqual([
    [],
    ['c'],
    ['c', 'd'],
    ['b'],
    ['b', 'c'],
    ['b', 'c', 'd', 'e'],
  ]);
});

it('the link of a mail opens one registration, and no other link of ours does', () => {
  expect(readGuestToken(guestToken('g-1', 's'.repeat(32)), 's'.repeat(32))).toBe('g-1');
  expect(readGuestToken(answerToken({ meetingId: 'm', personId: 'p' }, 's'.repeat(32)), 's'.repeat(32))).toBeUndefined();
  expect(readGuestToken('nonsense', 's'.repeat(32))).toBeUndefined();
});
