import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Knex } from 'knex';
import { createApp } from '../../src/app';
import { readConfig, type Config } from '../../src/config';
import type { Database } from '../../src/db/database';
import { makeDeps, type Deps } from '../../src/deps';
import { MovableClock } from '../../src/lib/clock';
import { silentLogger } from '../../src/lib/logger';
import type { Instant } from '../../src/lib/time';
import { testDatabase } from './database';

/** Saturday evening in Los Angeles, before the change of 2027: what "now" is in tests unless they move it. */
export const testNow: Instant = '2026-11-21T20:00:00.000Z';

/** The product as the tests run it: real app, real database, a clock that stands still until moved. */
export interface TestProduct {
  readonly app: Express;
  readonly deps: Deps;
  readonly db: Knex;
  readonly clock: MovableClock;
  close(): Promise<void>;
}

interface Options {
  readonly database?: Database;
  readonly engine?: 'SQLite' | 'PostgreSQL';
  readonly config?: Partial<Config>;
  readonly now?: Instant;
}

/** Starts the product for a test file, with a data folder of its own. `config.mode` is `test` (second factor required as in production) unless given. */
export async function testProduct(options: Options = {}): Promise<TestProduct> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'collaboratives-'));
  const database = options.database ?? (await testDatabase(options.engine));
  const clock = new MovableClock(options.now ?? testNow);
  const config: Config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', PSEUDO_LOCALES: '1', PUBLIC_URL: 'http://127.0.0.1' }),
    dataFolder,
    ...options.config,
  };
  const deps = makeDeps(config, { database, clock, logger: silentLogger });
  const close = async (): Promise<void> => {
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app: createApp(deps), deps, db: database.db, clock, close };
}
