import fc from 'fast-check';
import {
  closingEnd,
  cycleIsOpen,
  cycleMachine,
  stateByDate,
  stepsDue,
  type Cycle,
  type CycleStatus,
} from '../../../src/features/cycles/cycle';
import { plusElapsed, type Instant } from '../../../src/lib/time';
import { theCycle } from '../../support/builders/application';

const byDate: readonly CycleStatus[] = ['scheduled', 'open', 'closed', 'in_review', 'deciding'];
const start = '2026-10-25T07:00:00.000Z';
const inHours = (hours: number): Instant => plusElapsed(start, { hours });

/** Cycles over both changes of the clock, and moments before, within and after them. */
const cycles = fc
  .record({
    opens: fc.integer({ min: 0, max: 400 }),
    open: fc.integer({ min: 1, max: 2000 }),
    review: fc.integer({ min: 1, max: 90 }),
    status: fc.constantFrom(...cycleMachine.states),
  })
  .map(({ opens, open, review, status }): Cycle => {
    const closesAt = inHours(opens + open);
    return theCycle({ opensAt: inHours(opens), closesAt, reviewBy: plusElapsed(closesAt, { hours: review * 24 }).slice(0, 10), status });
  });
const moments = fc.integer({ min: -100, max: 6000 }).map(inHours);

/** A moment as a clock on the wall in Los Angeles shows it: `2026-12-04 23:59:59`. */
const onTheWall = (moment: Instant): string => new Date(moment).toLocaleString('sv', { timeZone: 'America/Los_Angeles' });

/** domain.md 3, written anew: the closing minute counts, reviewing begins on the next day, deciding after the last day of reviews. */
function byTheWords({ opensAt, closesAt, reviewBy }: Cycle, now: Instant): CycleStatus {
  const [today, lastDay] = [onTheWall(now).slice(0, 10), onTheWall(closesAt).slice(0, 10)];
  if (today > reviewBy) return 'deciding';
  if (today > lastDay) return 'in_review';
  if (now.slice(0, 16) > closesAt.slice(0, 16)) return 'closed';
  return now >= opensAt ? 'open' : 'scheduled';
}

/** Cycles that close in any minute, seen a moment before, at and after one of their dates. */
const cyclesAndEdges = fc
  .record({
    cycle: cycles,
    minutes: fc.integer({ min: 0, max: 59 }),
    edge: fc.constantFrom<(cycle: Cycle) => Instant>(
      ({ opensAt }) => opensAt,
      closingEnd,
      ({ closesAt }) => nextMidnight(onTheWall(closesAt).slice(0, 10)),
      ({ reviewBy }) => nextMidnight(reviewBy),
    ),
    milliseconds: fc.constantFrom(-60_000, -1, 0, 1, 60_000),
  })
  .map(({ cycle: { closesAt, ...rest }, minutes, edge, milliseconds }) => {
    const cycle = { ...rest, closesAt: plusElapsed(closesAt, { minutes }) };
    return { cycle, now: plusElapsed(edge(cycle), { milliseconds }) };
  });

/** The first moment of the day after this one in Los Angeles, found by looking at the wall, hour by hour. */
function nextMidnight(day: string): Instant {
  let at = `${day}T20:00:00.000Z`;
  while (onTheWall(at).slice(0, 10) <= day) at = plusElapsed(at, { hours: 1 });
  return at;
}

describe('dates move a cycle', () => {
  it('only forward, never past deciding, and not at all once somebody took it out of their hands', () => {
    fc.assert(
      fc.property(cycles, moments, (cycle, now) => {
        const state = stateByDate(cycle, now);
        const isMoved = byDate.includes(cycle.status);
        expect(isMoved ? byDate.indexOf(state) >= byDate.indexOf(cycle.status) : state === cycle.status).toBe(true);
      }),
    );
  });

  it('by steps that the machine allows, each once, ending where the dates say', () => {
    fc.assert(
      fc.property(cycles, moments, (cycle, now) => {
        const end = stepsDue(cycle, now).reduce<CycleStatus>((status, step) => cycleMachine.next(status, step), cycle.status);
        expect(end).toBe(stateByDate(cycle, now));
        expect(stepsDue({ ...cycle, status: end }, now)).toEqual([]);
      }),
    );
  });

  it('to the same place whether the worker came by often or once', () => {
    fc.assert(
      fc.property(cycles, fc.array(moments, { minLength: 1, maxLength: 6 }), (cycle, visits) => {
        const inTurn = [...visits].sort();
        const often = inTurn.reduce<Cycle>((moved, now) => ({ ...moved, status: stateByDate(moved, now) }), cycle);
        expect(often.status).toBe(stateByDate(cycle, inTurn.at(-1) ?? ''));
      }),
    );
  });

  it('and take applications exactly from the opening to the end of the closing minute, before the worker has come by too', () => {
    fc.assert(
      fc.property(cycles, moments, (cycle, now) => {
        const asDated = { ...cycle, status: stateByDate({ ...cycle, status: 'scheduled' }, now) };
        expect(cycleIsOpen(asDated, now)).toBe(cycle.opensAt <= now && now < closingEnd(cycle));
        expect(cycleIsOpen({ ...cycle, status: 'scheduled' }, now)).toBe(cycle.opensAt <= now && now < closingEnd(cycle));
      }),
    );
  });

  it('to what the words say on every day, and in the very millisecond in which a date begins', () => {
    fc.assert(
      fc.property(cyclesAndEdges, ({ cycle, now }) => {
        expect([now, stateByDate({ ...cycle, status: 'scheduled' }, now)]).toEqual([now, byTheWords(cycle, now)]);
      }),
      { numRuns: 500 },
    );
  });
});
