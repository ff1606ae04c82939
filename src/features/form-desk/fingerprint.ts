import { sha256 } from '../../lib/secret';

/** Tells whether something still reads as it did when a page was made from it. */
export const fingerprint = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 32);
