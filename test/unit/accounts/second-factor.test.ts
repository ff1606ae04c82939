import { Secret } from 'otpauth';
import { digitsOf, matchingStep, newSeed, setUpAddress, spacedSeed } from '../../../src/features/accounts/second-factor';

const seed = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

describe('the test vectors of RFC 6238, appendix B (SHA-1, 8 digits)', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %d seconds the code is %s', (seconds, code) => {
    expect(matchingStep(seed, code, at(seconds), 8)).toBe(Math.floor(seconds / 30));
  });
});

describe('a clock that runs a little early or late', () => {
  // 287082 is the code of step 1, from 30 to 59 seconds.
  it.each([
    [29, 1],
    [0, 1],
    [59, 1],
    [60, 1],
    [89, 1],
    [90, undefined],
  ])('at %d seconds the code of step 1 gives step %s', (seconds, step) => {
    expect(matchingStep(seed, '287082', at(seconds))).toBe(step);
  });
});

it.each(['', '28708', '2870822', 'abcdef', '287083'])('refuses %j', (code) => {
  expect(matchingStep(seed, code, at(59))).toBeUndefined();
});

it('makes seeds of 160 bits, each its own', () => {
  const [one, two] = [newSeed(), newSeed()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(two);
  expect(spacedSeed('ABCDEFGH')).toBe('ABCD EFGH');
});

it('writes the address that apps read', () => {
  expect(setUpAddress('ABCDEFGHIJKLMNOP', 'ana@example.org', 'The site')).toBe(
    'otpauth://totp/The%20site:ana%40example.org?issuer=The%20site&secret=ABCDEFGHIJKLMNOP&algorithm=SHA1&digits=6&period=30',
  );
});

it('takes digits as people type them', () => {
  expect(digitsOf(' 123 456 ')).toBe('123456');
  expect(digitsOf('7KQ4-XM2P')).toBe('7KQ4XM2P');
});
