import { cycleMachine } from '../../../src/features/cycles';
import {
  changeOf,
  isFixed,
  mayBeOffered,
  seatsMayChange,
  seenOf,
  toChooseFrom,
  whyNot,
  type PlannedSeat,
} from '../../../src/features/cycle-desk/seat-plan';

const seat = (given: Partial<PlannedSeat> = {}): PlannedSeat => ({
  id: 'a',
  code: 'C-F1',
  constituency: 'families',
  takesApplications: true,
  holder: null,
  isOffered: false,
  elsewhere: null,
  isPlaced: false,
  hasOffer: false,
  keptBack: null,
  ...given,
});

const holder = { name: 'Ana', until: '2028-06-30' };

describe('a seat that is not on offer', () => {
  it.each([
    ['takesNone', seat({ takesApplications: false, holder })],
    ['held', seat({ holder, elsewhere: 'x' })],
    ['elsewhere', seat({ elsewhere: '2027-fall' })],
    ['keptBack', seat({ keptBack: { words: 'Not now', by: 'Cora', at: '2026-11-21T20:00:00.000Z' } })],
    ['notYet', seat()],
  ] as const)('says why: %s', (why, one) => {
    expect(whyNot(one)).toBe(why);
    expect(mayBeOffered(one)).toBe(['keptBack', 'notYet'].includes(why));
  });
});

describe('the seats to choose from', () => {
  it('are free ones and those on offer, without those somebody is placed in or was offered', () => {
    const fixed = [seat({ isOffered: true, isPlaced: true }), seat({ isOffered: true, hasOffer: true })];
    const offered = seat({ id: 'b', isOffered: true, holder });
    const free = seat({ id: 'c' });
    expect(fixed.map(isFixed)).toEqual([true, true]);
    expect(toChooseFrom([...fixed, offered, free, seat({ takesApplications: false })])).toEqual([offered, free]);
  });

  it('change only as chosen, and never what is fixed or not free', () => {
    const seats = [
      seat({ id: 'fixed', isOffered: true, hasOffer: true }),
      seat({ id: 'on', isOffered: true }),
      seat({ id: 'stays', isOffered: true }),
      seat({ id: 'free' }),
      seat({ id: 'held', holder }),
    ];
    const { added, removed } = changeOf(seats, ['stays', 'free', 'held']);
    expect([added.map(({ id }) => id), removed.map(({ id }) => id)]).toEqual([['free'], ['on']]);
  });

  it('may change until the release', () => {
    expect(cycleMachine.states.filter((status) => seatsMayChange(status, false))).toEqual([
      'draft',
      'scheduled',
      'open',
      'closed',
      'in_review',
      'deciding',
    ]);
    expect(seatsMayChange('deciding', true)).toBe(false);
  });

  it('are remembered by their codes, in one order', () => {
    expect(seenOf([seat({ code: 'B', isOffered: true }), seat({ code: 'C' }), seat({ code: 'A', isOffered: true })])).toBe('A B');
  });
});
