import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import knex, { type Knex } from 'knex';
import { engineOf, isRaceLost, postgresConfig, sqliteConfig, engineUnder } from './dialect';
import { migrationSource } from './migration-source';

/** A database or a transaction in it. What takes a `Db` runs in whichever it is given. */
export type Db = Knex | Knex.Transaction;

/** `db` writes (one connection on SQLite, where writers queue); `reads` serves pages beside it. */
export interface Database {
  readonly db: Knex;
  readonly reads: Knex;
  close(): Promise<void>;
}

export const migrationsDirectory = join(__dirname, '..', '..', 'migrations');

/** Opens a database: a `postgres://` address, `:memory:`, or the name of a SQLite file (its folder is made). */
export function openDatabase(url: string): Database {
  if (engineOf(url) === 'postgres') return single(knex(postgresConfig(url, 10)));
  if (url === ':memory:') return single(knex(sqliteConfig(url, 1)));
  mkdirSync(dirname(url), { recursive: true, mode: 0o700 });
  const db = knex(sqliteConfig(url, 1));
  const reads = knex(sqliteConfig(url, 3));
  return {
    db,
    reads,
    close: async () => {
      await reads.destroy();
      await db.destroy();
    },
  };
}

function single(db: Knex): Database {
  return { db, reads: db, close: () => db.destroy() };
}

/** Brings the schema up to date. Answers the names of the migrations it ran. */
export async function migrate(db: Knex): Promise<string[]> {
  const [, names] = (await db.migrate.latest({ migrationSource: migrationSource(migrationsDirectory) })) as [number, string[]];
  return names;
}

/** Takes the newest migration back. */
export async function rollback(db: Knex): Promise<string[]> {
  const [, names] = (await db.migrate.down({ migrationSource: migrationSource(migrationsDirectory) })) as [number, string[]];
  return names;
}

/** Names of migrations this program has and the database lacks. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const source = migrationSource(migrationsDirectory);
  const known = await source.getMigrations([]);
  const tableExists = await db.schema.hasTable('knex_migrations');
  const done = tableExists ? new Set(await db<{ name: string }>('knex_migrations').pluck('name')) : new Set();
  return known.filter((name) => !done.has(name));
}

const mostAttempts = 12;

/**
 * Runs work in one transaction with `deps.db` standing for it: everything inside must use the `tx` it is given, since
 * on SQLite the outer `db` would wait for itself. Inside a transaction already, joins it. On PostgreSQL the work is
 * serializable and run again (up to 12 times) when it loses a race, so it must not touch anything but the database.
 */
export async function inTransaction<Deps extends { readonly db: Db }, Result>(
  deps: Deps,
  work: (tx: Deps) => Promise<Result>,
): Promise<Result> {
  const { db } = deps;
  if (db.isTransaction) return work(deps);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((trx) => work({ ...deps, db: trx }), isolation(db as Knex));
    } catch (error) {
      if (!isRaceLost(error) || attempt === mostAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * randomInt(5, 25)));
    }
  }
}

const isolation = (db: Knex): Knex.TransactionConfig => (engineUnder(db) === 'postgres' ? { isolationLevel: 'serializable' } : {});

/** A yes/no column: SQLite gives 0 and 1, PostgreSQL booleans. */
export const toBoolean = (value: unknown): boolean => value === true || value === 1;
