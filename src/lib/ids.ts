import { randomBytes } from 'node:crypto';
import { fromInstant } from './time';
import type { Clock } from './clock';

/** Makes record ids: 26 lower-case letters and digits (a ULID: 48 bits of time, 80 random), sorting in order of making. */
export type NewId = () => string;

/** Gives this many random bytes. */
export type Random = (size: number) => Uint8Array;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids from a clock and a source of random bytes (injected, so that demo data is the same each time). */
export function idMaker(clock: Clock, random: Random = randomBytes): NewId {
  return () => timePart(fromInstant(clock.now()).toMillis()) + randomPart(random(16));
}

/** Sorts before every id made at or after a moment. */
export const idBefore = (at: string): string => timePart(fromInstant(at).toMillis());

/** A short reference people can read aloud: no vowels, no 0/O or 1/I, e.g. `7KQ4-XM2P`. */
export function readableCode(random: Random = randomBytes): string {
  const letters = '23456789BCDFGHJKMNPQRTVWXZ';
  const code = [...random(8)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

const randomPart = (bytes: Uint8Array): string => [...bytes].map((byte) => alphabet.charAt(byte % 32)).join('');
