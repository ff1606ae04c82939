import fc from 'fast-check';
import { standingsOf, type Target } from '../../../src/features/composition';
import { filledByRank, filledWithinTargets, type Filling, type ToFill } from '../../../src/features/selection/fill';
import { fits, outOfRankOrder } from '../../../src/features/selection/placement';
import type { Entry } from '../../../src/features/selection/slate';

type Given = Partial<Pick<ToFill, 'constituency' | 'hasPriority'>> & { readonly language?: string; readonly school?: string };

const person = (
  candidacyId: string,
  points: number | null,
  { constituency = 'families', hasPriority = false, ...given }: Given = {},
): ToFill => ({
  candidacyId,
  constituency,
  points,
  hasPriority,
  draw: null,
  submittedAt: '2026-11-01',
  groups: { constituency, school: given.school ?? 'none', area: 'none', language: given.language ?? 'en', served: 'first_time' },
});
const seats = (...constituencies: string[]) => constituencies.map((constituency, at) => ({ id: `s${at + 1}`, constituency }));
const target = (given: Partial<Target>): Target => ({ dimension: 'language', group: 'es', atLeast: null, atMost: null, ...given });
const seatedIn = (entries: readonly Entry[]): string[] =>
  entries.filter(({ seatId }) => seatId !== null).map(({ candidacyId }) => candidacyId);
const inLine = (entries: readonly Entry[]): string[] =>
  entries.filter(({ seatId }) => seatId === null).map(({ candidacyId }) => candidacyId);

describe('filling by rank', () => {
  it('seats the best of each constituency, then the best of the rest at large, then keeps alternates in order', () => {
    const people = [
      person('a', 90),
      person('b', 80),
      person('c', 70),
      person('x', 60, { constituency: 'business' }),
      person('y', 75, { constituency: 'business' }),
    ];
    const entries = filledByRank({ seats: seats('families', 'business', 'at_large'), people, alternates: 1 });
    expect(seatedIn(entries).sort()).toEqual(['a', 'b', 'y']);
    expect(inLine(entries)).toEqual(['c', 'x']);
    expect(outOfRankOrder({ entries, candidates: people, seats: seats('families', 'business', 'at_large') }).size).toBe(0);
  });

  it('puts the group with priority first', () => {
    const people = [person('a', 90), person('b', 50, { hasPriority: true })];
    expect(seatedIn(filledByRank({ seats: seats('families'), people, alternates: 0 }))).toEqual(['b']);
  });

  it('makes no alternates where no seat could ever come free for them', () => {
    expect(filledByRank({ seats: seats('business'), people: [person('a', 90)], alternates: 3 })).toEqual([]);
  });
});

describe('filling within the targets', () => {
  const people = [person('a', 90), person('b', 80), person('c', 70, { language: 'es' }), person('d', 60, { language: 'es' })];

  it('takes the better-ranked as far as the targets let it', () => {
    const fill = (...targets: Target[]) =>
      seatedIn(filledWithinTargets({ seats: seats('families', 'families'), people, alternates: 0 }, targets));
    expect(fill()).toEqual(['a', 'b']);
    expect(fill(target({ atLeast: 1 }))).toEqual(['a', 'c']);
    expect(fill(target({ atLeast: 2 }))).toEqual(['c', 'd']);
    expect(fill(target({ group: 'en', atMost: 1 }))).toEqual(['a', 'c']);
  });

  it('leaves a seat free rather than breaking an upper target, and gives up a lower one it cannot meet', () => {
    const filling = { seats: seats('families', 'families', 'families'), people: people.slice(0, 3), alternates: 0 };
    expect(seatedIn(filledWithinTargets(filling, [target({ group: 'en', atMost: 1 })]))).toEqual(['a', 'c']);
    expect(seatedIn(filledWithinTargets(filling, [target({ atLeast: 3 })]))).toEqual(['a', 'b', 'c']);
  });

  it('counts any one school for itself, and not those who named none', () => {
    const schools = [
      person('a', 90, { school: 'x' }),
      person('b', 80, { school: 'x' }),
      person('c', 70, { school: 'y' }),
      person('d', 60),
      person('e', 50),
    ];
    const filling = { seats: seats('families', 'families', 'families', 'families'), people: schools, alternates: 0 };
    expect(seatedIn(filledWithinTargets(filling, [target({ dimension: 'school', group: 'any_one', atMost: 1 })]))).toEqual([
      'a',
      'c',
      'd',
      'e',
    ]);
  });

  it('is quick for 190 people and 15 seats, also where nothing can meet the targets', () => {
    const many = Array.from({ length: 190 }, (_, at) =>
      person(`p${at}`, at % 40, { language: at % 5 === 0 ? 'es' : 'en', school: `${at % 30}` }),
    );
    const filling = { seats: seats(...Array<string>(15).fill('families')), people: many, alternates: 5 };
    const impossible = [
      target({ atLeast: 9 }),
      target({ group: 'en', atLeast: 9 }),
      target({ dimension: 'school', group: 'any_one', atMost: 1 }),
    ];
    expect(seatedIn(filledWithinTargets(filling, impossible))).toHaveLength(15);
  });
});

const groups = ['families', 'business', 'at_large'] as const;
const anyone = fc.record({
  points: fc.option(fc.integer({ min: 0, max: 6 })),
  constituency: fc.constantFrom('families', 'business'),
  language: fc.constantFrom('en', 'es'),
  school: fc.constantFrom('none', 'x', 'y'),
  hasPriority: fc.boolean(),
});
const anyTarget = fc.record({
  dimension: fc.constant('language' as const),
  group: fc.constantFrom('en', 'es'),
  atLeast: fc.option(fc.integer({ min: 0, max: 3 })),
  atMost: fc.option(fc.integer({ min: 0, max: 3 })),
});
const schoolTarget = fc.record({
  dimension: fc.constant('school' as const),
  group: fc.constantFrom('x', 'any_one'),
  atLeast: fc.constant(null),
  atMost: fc.integer({ min: 0, max: 2 }),
});
const anyFilling = fc.record({
  seats: fc.array(fc.constantFrom(...groups), { maxLength: 4 }).map((wanted) => seats(...wanted)),
  people: fc.array(anyone, { maxLength: 8 }).map((list) => list.map(({ points, ...rest }, at) => person(`p${at}`, points, rest))),
  alternates: fc.integer({ min: 0, max: 3 }),
});

const membersOf = ({ people }: Filling, chosen: readonly string[]) =>
  people.map((one) => ({ groups: one.groups, isPlaced: chosen.includes(one.candidacyId) }));

/** Every choice of people who can be seated together, by trying them all. */
function everyChoice({ seats: all, people }: Filling): string[][] {
  const canSit = (chosen: readonly ToFill[], free: readonly (typeof all)[number][]): boolean => {
    const [first, ...rest] = chosen;
    if (first === undefined) return true;
    return free.some(
      (seat) =>
        fits(seat, first.constituency) &&
        canSit(
          rest,
          free.filter((other) => other !== seat),
        ),
    );
  };
  return Array.from({ length: 2 ** people.length }, (_, bits) => people.filter((__, at) => (bits >> at) % 2 === 1))
    .filter((chosen) => chosen.length <= all.length && canSit(chosen, all))
    .map((chosen) => chosen.map(({ candidacyId }) => candidacyId));
}

describe('whatever the seats, the people and the targets', () => {
  it('nobody and no seat is doubled, everyone sits where they may, and alternates stand in one line', () => {
    fc.assert(
      fc.property(anyFilling, fc.array(anyTarget, { maxLength: 2 }), (filling, targets) => {
        for (const entries of [filledByRank(filling), filledWithinTargets(filling, targets)]) {
          const taken = entries.flatMap(({ seatId }) => (seatId === null ? [] : [seatId]));
          expect([new Set(taken).size, new Set(entries.map((entry) => entry.candidacyId)).size]).toEqual([taken.length, entries.length]);
          for (const { candidacyId, seatId } of entries) {
            const seat = filling.seats.find(({ id }) => id === seatId);
            const constituency = filling.people.find((one) => one.candidacyId === candidacyId)?.constituency ?? '';
            expect(seat === undefined || fits(seat, constituency)).toBe(true);
          }
          const families = entries.filter(
            ({ alternatePlace, candidacyId }) =>
              alternatePlace !== null && filling.people.some((one) => one.candidacyId === candidacyId && one.constituency === 'families'),
          );
          expect(families.map(({ alternatePlace }) => alternatePlace)).toEqual(families.map((_, at) => at + 1));
        }
      }),
    );
  });

  it('by rank nobody is out of order', () => {
    fc.assert(
      fc.property(anyFilling, (filling) => {
        const entries = filledByRank(filling);
        const inSeats = outOfRankOrder({
          entries: entries.filter(({ seatId }) => seatId !== null),
          candidates: filling.people,
          seats: filling.seats,
        });
        expect([...inSeats]).toEqual([]);
      }),
    );
  });

  it('no upper target is broken; all are met and every seat filled where that can be done at all', () => {
    fc.assert(
      fc.property(anyFilling, fc.array(fc.oneof(anyTarget, schoolTarget), { maxLength: 3 }), (filling, targets) => {
        const chosen = seatedIn(filledWithinTargets(filling, targets));
        const states = standingsOf(targets, membersOf(filling, chosen)).map(({ state }) => state);
        expect(states).not.toContain('above');
        const choices = everyChoice(filling);
        const full = Math.max(...choices.map((choice) => choice.length));
        const meetAll = choices.filter(
          (choice) => choice.length === full && standingsOf(targets, membersOf(filling, choice)).every(({ state }) => state === 'met'),
        );
        if (meetAll.length > 0) expect([chosen.length, states.every((state) => state === 'met')]).toEqual([full, true]);
      }),
    );
  });
});
