import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Config } from './config';
import { openDatabase, type Database, type Db } from './db/database';
import { translations, knownLocales } from './i18n/locales';
import type { Translate } from './i18n/translate';
import { systemClock, type Clock } from './lib/clock';
import { idMaker, type NewId, type Random } from './lib/ids';
import type { Logger } from './lib/logger';

/** What the program works with; handed down, never imported. Inside a transaction `db` is the transaction. */
export interface Deps {
  readonly config: Config;
  /** Writes, and reads that a write depends on. */
  readonly db: Db;
  /** Reads of pages, beside the writer. */
  readonly reads: Db;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Random bytes for ids, salts and tokens; seeded for demo data. */
  readonly random: Random;
  readonly logger: Logger;
  readonly translate: (locale: string) => Translate;
  readonly locales: readonly string[];
  /** Origin of every link we print: never from the request's Host. */
  readonly baseUrl: string;
}

interface Parts {
  readonly database?: Database;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
}

/** Builds the dependencies from the configuration; tests and the demo hand in a clock, ids or a database of their own. */
export function makeDeps(config: Config, parts: Parts = {}): Deps {
  const { db, reads } = parts.database ?? openDatabase(config.databaseUrl);
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? randomBytes;
  return {
    config,
    db,
    reads,
    clock,
    newId: idMaker(clock, random),
    random,
    logger: parts.logger ?? jsonLogger(config),
    translate: translations({ pseudo: config.pseudoLocales }),
    locales: knownLocales({ pseudo: config.pseudoLocales }),
    baseUrl: config.publicUrl,
  };
}

function jsonLogger(config: Config): Logger {
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (message, fields = {}) => {
      log.info(fields, message);
    },
    warn: (message, fields = {}) => {
      log.warn(fields, message);
    },
    error: (message, fields = {}, error) => {
      log.error({ ...fields, ...described(error) }, message);
    },
  };
}

/** Name, code and stack of an error; not its message where that may hold the values of a statement (performance.md). */
function described(error: unknown): object {
  if (!(error instanceof Error)) return {};
  const { name, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    error: name,
    code,
    stack: stack
      ?.split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12)
      .join('\n'),
  };
}
