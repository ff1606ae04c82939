import { IllegalTransition } from '../../../src/lib/errors';
import { plusElapsed, wallTime, type Instant } from '../../../src/lib/time';
import {
  closingEnd,
  cycleIsOpen,
  cycleMachine,
  dateProblems,
  stateByDate,
  stepsDue,
  type CycleStatus,
} from '../../../src/features/cycles/cycle';
import { theCycle } from '../../support/builders/application';

const promised: Readonly<Record<CycleStatus, Readonly<Record<string, CycleStatus>>>> = {
  draft: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed', cancel: 'cancelled' },
  closed: { startReview: 'in_review', cancel: 'cancelled' },
  in_review: { startDeciding: 'deciding', cancel: 'cancelled' },
  deciding: { release: 'released', cancel: 'cancelled' },
  released: { complete: 'complete' },
  complete: {},
  cancelled: {},
};

const at = (date: string, time: string): Instant => {
  const found = wallTime(date, time, 'earlier');
  if (!('instant' in found)) throw new Error('no such moment');
  return found.instant;
};

const shift = (instant: Instant, milliseconds: number): Instant => plusElapsed(instant, { milliseconds });

describe('the life of a cycle', () => {
  it('has the states we promise', () => {
    expect(cycleMachine.states).toEqual(Object.keys(promised));
  });

  it.each(Object.keys(promised) as CycleStatus[])('takes from %s exactly the steps we promise', (status) => {
    const taken = Object.fromEntries(cycleMachine.eventsFrom(status).map((event) => [event, cycleMachine.next(status, event)]));
    expect(taken).toEqual(promised[status]);
  });

  it('never goes back', () => {
    expect(() => cycleMachine.next('closed', 'open')).toThrow(IllegalTransition);
  });
});

describe.each([
  ['an ordinary day', '2026-12-04', '2026-12-05'],
  ['the day clocks go forward', '2027-03-14', '2027-03-15'],
  ['the day clocks go back', '2026-11-01', '2026-11-02'],
])('closing at 23:59 on %s', (_name, date, dayAfter) => {
  const cycle = theCycle({ opensAt: at('2026-10-01', '08:00'), closesAt: at(date, '23:59'), reviewBy: '2027-06-01' });
  const midnight = at(dayAfter, '00:00');

  it('ends at midnight', () => {
    expect(closingEnd(cycle)).toBe(midnight);
  });

  it('counts the last millisecond of the closing minute as open, and nothing after it', () => {
    expect(cycleIsOpen(cycle, cycle.closesAt)).toBe(true);
    expect(cycleIsOpen(cycle, shift(midnight, -1))).toBe(true);
    expect(cycleIsOpen(cycle, midnight)).toBe(false);
    expect(cycleIsOpen(cycle, shift(midnight, 1))).toBe(false);
  });

  it('moves the state by itself at the same moment', () => {
    expect(stateByDate(cycle, shift(midnight, -1))).toBe('open');
    expect(stateByDate(cycle, midnight)).toBe('in_review');
  });
});

describe('opening', () => {
  const cycle = theCycle({ status: 'scheduled' });

  it('begins with its moment, whether or not the worker has come round', () => {
    expect(cycleIsOpen(cycle, shift(cycle.opensAt, -1))).toBe(false);
    expect(cycleIsOpen(cycle, cycle.opensAt)).toBe(true);
    expect(stateByDate(cycle, shift(cycle.opensAt, -1))).toBe('scheduled');
    expect(stateByDate(cycle, cycle.opensAt)).toBe('open');
  });

  it('counts when done by hand before its date', () => {
    expect(cycleIsOpen({ ...cycle, status: 'open' }, shift(cycle.opensAt, -1))).toBe(true);
  });

  it.each(['draft', 'closed', 'in_review', 'deciding', 'released', 'complete', 'cancelled'] as const)(
    'is not for a cycle that is %s',
    (status) => {
      expect(cycleIsOpen({ ...cycle, status }, cycle.opensAt)).toBe(false);
    },
  );
});

describe('the state that dates ask for', () => {
  const daytime = theCycle({ closesAt: at('2026-12-04', '17:00') });

  it.each([
    ['2026-12-04', '17:00', 'open'],
    ['2026-12-04', '17:01', 'closed'],
    ['2026-12-04', '23:59', 'closed'],
    ['2026-12-05', '00:00', 'in_review'],
    ['2027-01-15', '23:59', 'in_review'],
    ['2027-01-16', '00:00', 'deciding'],
    ['2030-01-01', '00:00', 'deciding'],
  ] as const)('on %s at %s is %s', (date, time, state) => {
    expect(stateByDate(daytime, at(date, time))).toBe(state);
  });

  it.each(['draft', 'released', 'complete', 'cancelled'] as const)('leaves a cycle that is %s alone', (status) => {
    expect(stateByDate(theCycle({ status }), '2030-01-01T00:00:00.000Z')).toBe(status);
    expect(stepsDue(theCycle({ status }), '2030-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('never takes back what was moved by hand', () => {
    expect(stateByDate(theCycle({ status: 'in_review' }), '2026-11-10T00:00:00.000Z')).toBe('in_review');
  });

  it('takes every step in between, each for itself', () => {
    expect(stepsDue(theCycle({ status: 'scheduled' }), '2027-06-01T00:00:00.000Z')).toEqual([
      'open',
      'close',
      'startReview',
      'startDeciding',
    ]);
    expect(stepsDue(theCycle({ status: 'open' }), '2026-11-10T00:00:00.000Z')).toEqual([]);
  });
});

describe('the dates of a cycle', () => {
  it('make sense as they stand', () => {
    expect(dateProblems(theCycle())).toEqual([]);
  });

  it.each([
    ['closesFirst', { closesAt: theCycle().opensAt }],
    ['reviewFirst', { reviewBy: '2026-12-04' }],
    ['decisionsFirst', { decisionsOn: '2027-01-14' }],
    ['termFirst', { termStartsOn: '2027-01-31' }],
    ['termBackwards', { termEndsOn: '2027-03-01' }],
  ] as const)('are refused: %s', (problem, given) => {
    expect(dateProblems(theCycle(given))).toEqual([problem]);
  });
});
