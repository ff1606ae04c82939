import { readConfig, type Config } from '../../src/config';
import type { Database } from '../../src/db/database';
import { makeDeps, type Deps } from '../../src/deps';
import { MovableClock } from '../../src/lib/clock';
import { silentLogger } from '../../src/lib/logger';

export interface MailDeps {
  readonly deps: Deps;
  readonly clock: MovableClock;
}

/** Dependencies for the outbox alone: the clock stands still until moved, mail goes to this SMTP address. */
export function mailDeps(database: Database, smtpUrl: string, given: Partial<Config> = {}): MailDeps {
  const clock = new MovableClock('2026-11-21T20:00:00.000Z');
  const config = readConfig({
    NODE_ENV: 'test',
    MAIL_MODE: 'smtp',
    SMTP_URL: smtpUrl,
    MAIL_ALLOWED_DOMAINS: 'example.org',
    PUBLIC_URL: 'http://127.0.0.1',
  });
  return { clock, deps: makeDeps({ ...config, ...given }, { database, clock, logger: silentLogger }) };
}

export const minutes = (count: number): number => count * 60_000;
