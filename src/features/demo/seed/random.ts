import type { Random } from '../../../lib/ids';

/** A source of chance that begins at the same place each time (mulberry32). */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** True this often: `often(0.3)` three times in ten. */
  often(share: number): boolean;
  readonly bytes: Random;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    pick: (values) => {
      const picked = values[whole(0, values.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    often: (share) => next() < share,
    bytes: (size) => Uint8Array.from({ length: size }, () => whole(0, 255)),
  };
}
