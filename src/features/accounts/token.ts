import { sha256 } from '../../lib/secret';
import { plusElapsed, type Instant } from '../../lib/time';

/** A secret sent by mail: bound to a purpose and to a person, an address or a record; good once, until it expires. */
export interface Token {
  readonly id: string;
  readonly purpose: string;
  readonly personId: string | null;
  readonly email: string | null;
  readonly subjectId: string | null;
  readonly returnTo: string | null;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly usedBy: string | null;
  /** SHA-256 of the text, which is kept nowhere. */
  readonly hash: string;
}

export const codeTriesAllowed = 5;

/** How long a sign-in link and its digits work, and a link to set a new password (reliability.md 4.5). */
export const minutesOfLink = 10;
export const minutesOfReset = 30;

/** Whether the token may be used now by this browser; null: by any that has not used it. */
export function isGood(token: Token, at: Instant, browser: string | null = null): boolean {
  if (token.usedAt === null) return at < token.expiresAt;
  return browser !== null && token.usedBy === browserMark(browser) && at <= plusElapsed(token.usedAt, { minutes: 2 });
}

/** What is stored of the browser that used a token: a second press within 2 minutes is the same use (reliability.md 4.5). */
export const browserMark = (browser: string): string => sha256(`browser:${browser}`);
