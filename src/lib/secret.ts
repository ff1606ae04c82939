import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Random } from './ids';

/** A token nobody can guess: 32 random bytes as base64url. Store only its `sha256`. */
export const newToken = (random: Random = randomBytes): string => Buffer.from(random(32)).toString('base64url');

/** Six digits for typing from a mail into another device. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** SHA-256 as lower-case hexadecimal. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Compares two texts without telling by its time where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}

/** Seals a text with AES-256-GCM under a key derived from the application's secret. */
export function seal(text: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what `seal` sealed. Throws when the key is another or the text was changed. */
export function unseal(sealed: string, secret: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const opener = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, 12));
  opener.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
}

const sealingKey = (secret: string): Buffer => createHash('sha256').update(`seal:${secret}`).digest();
