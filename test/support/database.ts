import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { migrate, openDatabase, type Database } from '../../src/db/database';
import { engineUnder } from '../../src/db/dialect';

/** Where a PostgreSQL server to test against is, e.g. `postgres://postgres@127.0.0.1:55432/postgres`; else SQLite alone is tested. */
export const postgresUrl = process.env['TEST_POSTGRES_URL'];

type Engine = 'SQLite' | 'PostgreSQL';

export const engines: readonly Engine[] = postgresUrl === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL'];

/** A fresh, migrated database of its own for one test file; `close` takes it away. */
export async function testDatabase(engine: Engine = 'SQLite'): Promise<Database> {
  if (engine === 'PostgreSQL') return postgresSchema(postgresUrl ?? '');
  const database = openDatabase(':memory:');
  await migrate(database.db);
  return database;
}

/** Runs the same suite on every engine there is here. */
export function onEachEngine(suite: (engine: Engine) => void): void {
  describe.each(engines)('on %s', (engine) => {
    suite(engine);
  });
}

async function postgresSchema(url: string): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = knex({ client: 'pg', connection: url });
  await admin.raw(`create database ${name}`);
  const database = openDatabase(url.replace(/\/[^/]*$/, `/${name}`));
  await migrate(database.db);
  return { ...database, close: () => closeAndDrop(database, admin, name) };
}

async function closeAndDrop(database: Database, admin: Knex, name: string): Promise<void> {
  await database.close();
  await admin.raw(`drop database if exists ${name} with (force)`);
  await admin.destroy();
}

/** Takes every row out of every table, so that each test begins with an empty product. */
export async function emptyTables(db: Knex): Promise<void> {
  const tables = await tableNames(db);
  if (engineUnder(db) !== 'sqlite') {
    await db.raw(`truncate ${tables.map((table) => `"${table}"`).join(', ')} cascade`);
    return;
  }
  await db.raw('PRAGMA foreign_keys = OFF');
  for (const table of tables) await db(table).delete();
  await db.raw('PRAGMA foreign_keys = ON');
}

/** The names of the product's tables. */
export const tableNames = (db: Knex): Promise<string[]> => (engineUnder(db) === 'sqlite' ? sqliteTables(db) : postgresTables(db));

const sqliteTables = async (db: Knex): Promise<string[]> =>
  (
    await db<{ name: string; type: string; schema: string }>('pragma_table_list')
      .where('schema', 'main')
      .whereIn('type', ['table', 'virtual'])
      .select('name')
  )
    .map(({ name }) => name)
    .filter((name) => !/^(knex_migrations|sqlite_)/.test(name));

async function postgresTables(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { tablename: string }[] }>("select tablename from pg_tables where schemaname = 'public'");
  return rows.map(({ tablename }) => tablename).filter((name) => !name.startsWith('knex_'));
}

/** Counts the queries that work issues. */
export async function countQueries(db: Knex, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const onQuery = () => {
    count += 1;
  };
  db.on('query', onQuery);
  await work();
  db.removeListener('query', onQuery);
  return count;
}
