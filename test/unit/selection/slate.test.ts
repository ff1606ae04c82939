import fc from 'fast-check';
import { betterIsOpen, decisionsOf, isKeptElsewhere, type Elsewhere, type ToDecide } from '../../../src/features/selection/decision';
import {
  alternatesIn,
  moved,
  needsReasonNow,
  outOfRankOrder,
  placed,
  removed,
  type Ranked,
  type SeatToFill,
} from '../../../src/features/selection/placement';
import { slateMachine, type Entry } from '../../../src/features/selection/slate';

const seat = (id: string, constituency = 'families'): SeatToFill => ({ id, constituency });
const person = (id: string, points: number | null, constituency = 'families'): Ranked => ({
  candidacyId: id,
  points,
  constituency,
  submittedAt: '2026-11-01',
  hasPriority: false,
  draw: null,
});
const inSeat = (candidacyId: string, seatId: string): Entry => ({
  candidacyId,
  seatId,
  alternatePlace: null,
  reason: null,
  reasonWords: null,
});
const alternate = (candidacyId: string, place: number): Entry => ({
  candidacyId,
  seatId: null,
  alternatePlace: place,
  reason: null,
  reasonWords: null,
});
const people = [person('a', 90), person('b', 80), person('c', 70), person('d', 60)];
const seats = [seat('s1'), seat('s2')];
const out = (entries: readonly Entry[], candidates: readonly Ranked[] = people, offered: readonly SeatToFill[] = seats) =>
  [...outOfRankOrder({ entries, candidates, seats: offered })].sort();

describe('the lifecycles', () => {
  it('of a slate and an offer are what we promise', () => {
    const table = <S extends string, E extends string>(machine: {
      states: readonly S[];
      eventsFrom(from: S): readonly E[];
      next(from: S, event: E): S;
    }) =>
      Object.fromEntries(
        machine.states.map((from) => [
          from,
          Object.fromEntries(machine.eventsFrom(from).map((event) => [event, machine.next(from, event)])),
        ]),
      );
    expect(table(slateMachine)).toEqual({
      draft: { send: 'sent' },
      sent: { approve: 'approved', return: 'returned', recall: 'draft' },
      approved: { release: 'released', reopen: 'draft' },
      returned: { send: 'sent' },
      released: {},
    });
  });
});

describe('rank order', () => {
  it('asks no reason for the best in the seats and the next best as alternates, in any seat order', () => {
    expect(out([inSeat('b', 's1'), inSeat('a', 's2'), alternate('c', 1), alternate('d', 2)])).toEqual([]);
  });

  it('asks for one where somebody with more points is left out', () => {
    expect(out([inSeat('a', 's1'), inSeat('c', 's2')])).toEqual(['c']);
    expect(out([inSeat('b', 's1'), inSeat('c', 's2')])).toEqual(['c']);
    expect(out([inSeat('a', 's1'), inSeat('b', 's2'), alternate('d', 1)])).toEqual(['d']);
    expect(out([inSeat('a', 's1'), inSeat('b', 's2'), alternate('d', 1), alternate('c', 2)])).toEqual(['d']);
  });

  it('does not compare across constituencies, except for seats at large', () => {
    const mixed = [person('a', 90), person('x', 40, 'business')];
    expect(out([inSeat('x', 's9')], mixed, [seat('s9', 'business')])).toEqual([]);
    expect(out([inSeat('x', 's9')], mixed, [seat('s9', 'at_large')])).toEqual(['x']);
  });

  it('treats equal points as equal', () => {
    expect(out([inSeat('b', 's1')], [person('a', 80), person('b', 80)])).toEqual([]);
  });

  it('is asked for at once only where no later choice could mend it', () => {
    const board = (entries: Entry[]) => ({ entries, candidates: people, seats });
    expect(needsReasonNow(board([inSeat('b', 's1')]), 'b')).toBe(false);
    expect(needsReasonNow(board([inSeat('c', 's1')]), 'c')).toBe(true);
  });

  it('never asks when the best are chosen in order, however many seats and people', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), fc.integer({ min: 0, max: 6 }), (points, count) => {
        const candidates = points.map((one) => person(`p${one}`, one)).sort((a, b) => (b.points ?? 0) - (a.points ?? 0));
        const offered = Array.from({ length: count }, (_, at) => seat(`s${at}`));
        const entries = candidates.map((one, at) =>
          at < count ? inSeat(one.candidacyId, `s${at}`) : alternate(one.candidacyId, at - count + 1),
        );
        return out(entries, candidates, offered).length === 0;
      }),
    );
  });
});

describe('placing', () => {
  const board = { entries: [inSeat('a', 's1'), alternate('b', 1), alternate('c', 2)], candidates: people, seats };
  const wanted = (seatId: string | null) => ({ seatId, reason: null, reasonWords: null });

  it('fills a free seat that fits, and closes the gap among the alternates', () => {
    const entries = placed(board, { candidacyId: 'b', constituency: 'families' }, wanted('s2'));
    expect(entries.map((entry) => [entry.candidacyId, entry.seatId, entry.alternatePlace])).toEqual([
      ['a', 's1', null],
      ['c', null, 1],
      ['b', 's2', null],
    ]);
  });

  it('refuses a taken seat and one for another constituency', () => {
    expect(() => placed(board, { candidacyId: 'b', constituency: 'families' }, wanted('s1'))).toThrow('selection.errors.seatTaken');
    expect(() => placed(board, { candidacyId: 'b', constituency: 'business' }, wanted('s2'))).toThrow('selection.errors.seatUnfit');
    expect(() => placed(board, { candidacyId: 'b', constituency: 'families' }, wanted('s9'))).toThrow('selection.errors.seatUnfit');
  });

  it('moves an alternate by one and stops at the ends', () => {
    const order = (entries: readonly Entry[]) => alternatesIn(entries, people, 'families').map((entry) => entry.candidacyId);
    expect(order(moved(board, 'c', 'up'))).toEqual(['c', 'b']);
    expect(order(moved(board, 'b', 'up'))).toEqual(['b', 'c']);
    expect(order(moved(board, 'c', 'down'))).toEqual(['b', 'c']);
    expect([order(moved(board, 'c', 1)), order(moved(board, 'b', 9)), order(moved(board, 'b', 2))]).toEqual([
      ['c', 'b'],
      ['c', 'b'],
      ['c', 'b'],
    ]);
    expect(order(removed(board, 'b'))).toEqual(['c']);
  });
});

describe('decisions', () => {
  const toDecide = (candidacyId: string, preference = 1, elsewhere: readonly Elsewhere[] = []): ToDecide => ({
    candidacyId,
    constituency: 'families',
    preference,
    elsewhere,
  });
  const at = (preference: number, status: string, isSeated = false): Elsewhere => ({ preference, status, isSeated });

  it.each([
    ['in_review', true],
    ['offered', true],
    ['alternate', false],
    ['not_selected', false],
    ['declined', false],
    ['lapsed', false],
    ['withdrawn', false],
  ] as const)('hold back for a better preference that is %s: %s', (status, held) => {
    expect(betterIsOpen(toDecide('a', 2, [at(1, status)]))).toBe(held);
    expect(betterIsOpen(toDecide('a', 1, [at(2, status)]))).toBe(false);
  });

  it('move the next alternate up where a better preference keeps the person', () => {
    const kept = toDecide('a', 2, [at(1, 'in_review', true)]);
    expect([isKeptElsewhere(kept), isKeptElsewhere(toDecide('a', 2, [at(1, 'in_review')]))]).toEqual([true, false]);
    const decided = decisionsOf([kept, toDecide('b')], [inSeat('a', 's1'), alternate('b', 1)], seats);
    expect(decided.map((one) => [one.candidacyId, one.kind, one.seatId, one.isHeld])).toEqual([
      ['a', 'alternate', null, true],
      ['b', 'offer', 's1', false],
    ]);
  });

  it('move the next alternate up where the person has withdrawn', () => {
    const decided = decisionsOf([toDecide('b')], [inSeat('gone', 's1'), alternate('b', 1)], seats);
    expect(decided.map((one) => [one.kind, one.seatId])).toEqual([['offer', 's1']]);
  });

  it('say whether there was a seat for the group at all', () => {
    expect(decisionsOf([toDecide('a')], [], seats)[0]?.letterReason).toBe('others_ranked_higher');
    expect(decisionsOf([toDecide('a')], [], [seat('s', 'business')])[0]?.letterReason).toBe('no_seat_on_offer');
  });

  it('never give a seat twice, whoever is kept elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (keptFlags) => {
        const all = ['a', 'b', 'c', 'd'].map((id, index) => toDecide(id, 2, keptFlags[index] === true ? [at(1, 'offered')] : []));
        const offers = decisionsOf(all, [inSeat('a', 's1'), inSeat('b', 's2'), alternate('c', 1), alternate('d', 2)], seats).filter(
          (one) => one.kind === 'offer' && !one.isHeld,
        );
        const free = keptFlags.filter((kept) => !kept).length;
        return new Set(offers.map((one) => one.seatId)).size === offers.length && offers.length === Math.min(2, free);
      }),
    );
  });
});
