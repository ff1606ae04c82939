import fc from 'fast-check';
import { outOfRankOrder, passedOver, type Ranked } from '../../../src/features/selection/placement';
import { byRank, openTies, standingsIn, type ToRank } from '../../../src/features/selection/rank';

const person = (candidacyId: string, points: number | null, given: Partial<ToRank> = {}): Ranked => ({
  candidacyId,
  points,
  constituency: 'families',
  hasPriority: false,
  draw: null,
  submittedAt: '2026-11-01',
  ...given,
});
const drawn = (place: number, lotId = 'lot') => ({ draw: { lotId, place } });
const standing = (...people: ToRank[]) => Object.fromEntries(standingsIn(people));

describe('the rank', () => {
  it('puts the group with priority first, then points; equals stand beside each other', () => {
    expect(standing(person('a', 90), person('b', 50, { hasPriority: true }), person('c', 90), person('d', null))).toEqual({
      b: 1,
      a: 2,
      c: 2,
      d: 4,
    });
  });

  it('takes what arithmetic leaves behind the sixth decimal for equal, and a millionth for a difference', () => {
    expect(standing(person('a', 0.1 + 0.2), person('b', 0.3))).toEqual({ a: 1, b: 1 });
    expect(standing(person('a', 70), person('b', 70.00001))).toEqual({ b: 1, a: 2 });
  });

  it('follows the lot among equals, and never against points', () => {
    expect(standing(person('a', 70, drawn(2)), person('b', 70, drawn(1)), person('c', 80, drawn(3)))).toEqual({ c: 1, b: 2, a: 3 });
  });

  it('makes it a tie again when somebody joins who was not in the lot', () => {
    const people = [person('a', 70, drawn(2)), person('b', 70, drawn(1)), person('c', 70)];
    expect(standing(...people)).toEqual({ a: 1, b: 1, c: 1 });
    expect(openTies(people).map((tie) => tie.length)).toEqual([3]);
    expect(openTies(people.slice(0, 2))).toEqual([]);
  });

  it('finds no tie among people without a score', () => {
    expect(openTies([person('a', null), person('b', null)])).toEqual([]);
  });

  it('asks for a reason against the lot and against priority', () => {
    const seats = [{ id: 's1', constituency: 'families' }];
    const out = (chosen: string, people: Ranked[]) => [
      ...outOfRankOrder({
        entries: [{ candidacyId: chosen, seatId: 's1', alternatePlace: null, reason: null, reasonWords: null }],
        candidates: people,
        seats,
      }),
    ];
    const lot = [person('a', 70, drawn(1)), person('b', 70, drawn(2))];
    expect([out('a', lot), out('b', lot)]).toEqual([[], ['b']]);
    const priority = [person('a', 40, { hasPriority: true }), person('b', 90)];
    expect([out('a', priority), out('b', priority)]).toEqual([[], ['b']]);
  });

  it('names who was passed over: better-ranked and not in a seat', () => {
    const people = [person('a', 90), person('b', 80), person('c', 70), person('d', 60)];
    const entry = (candidacyId: string, seatId: string | null, alternatePlace: number | null) => ({
      candidacyId,
      seatId,
      alternatePlace,
      reason: null,
      reasonWords: null,
    });
    const seats = ['s1', 's2'].map((id) => ({ id, constituency: 'families' }));
    const board = { entries: [entry('a', 's1', null), entry('d', 's2', null), entry('c', null, 1)], candidates: people, seats };
    expect(
      [passedOver(board, 'd'), passedOver(board, 'c'), passedOver(board, 'a')].map((list) => list.map((one) => one.candidacyId)),
    ).toEqual([['b', 'c'], ['b'], []]);
  });

  it('is the same whatever order people come in, and lists go by it', () => {
    const anyone = fc.record({
      points: fc.option(fc.integer({ min: 0, max: 3 })),
      hasPriority: fc.boolean(),
      place: fc.option(fc.integer({ min: 1, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (list, random) => {
        const people = list.map(({ points, hasPriority, place }, at) =>
          person(`p${at}`, points, { hasPriority, draw: place === null ? null : { lotId: 'lot', place: place * 10 + at } }),
        );
        const mixed = people
          .map((one) => [random.next().value, one] as const)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, one]) => one);
        expect(standing(...mixed)).toEqual(standing(...people));
        const places = [...people].sort(byRank).map((one) => standingsIn(people).get(one.candidacyId) ?? 0);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});
