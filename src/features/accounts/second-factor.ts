import { Secret, TOTP, URI } from 'otpauth';
import { fromInstant, type Instant } from '../../lib/time';

const period = 30;

export const recoveryCodeCount = 10;

/** A new seed for an authenticator app, in base 32 (160 bits). */
export const newSeed = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads from the picture. */
export const setUpAddress = (seed: string, label: string, issuer: string): string =>
  URI.stringify(new TOTP({ secret: seed, label, issuer, period, digits: 6 }));

/** The 30-second step whose code this is, one step early or late allowed; undefined when none (RFC 6238). */
export function matchingStep(seed: string, code: string, at: Instant, digits = 6): number | undefined {
  const milliseconds = fromInstant(at).toMillis();
  const delta = new TOTP({ secret: seed, period, digits }).validate({ token: code, timestamp: milliseconds, window: 1 });
  return delta === null ? undefined : Math.floor(milliseconds / 1000 / period) + delta;
}

/** The seed in groups of four, for typing it. */
export const spacedSeed = (seed: string): string => seed.replace(/(.{4})(?=.)/g, '$1 ');

/** Digits of a code as people type it (`123 456`). */
export const digitsOf = (text: string): string => text.replace(/[\s-]/g, '');
