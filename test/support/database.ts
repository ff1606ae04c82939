import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { migrate, openDatabase, type Database } from '../../src/db/database';
import { engineUnder } from '../../src/db/dialect';
import { templateVariables } from './templates';

/** Where a PostgreSQL server to test against is, e.g. `postgres://postgres@127.0.0.1:55432/postgres`; else SQLite alone is tested. */
export const postgresUrl = process.env['TEST_POSTGRES_URL'];

type Engine = 'SQLite' | 'PostgreSQL';

export const engines: readonly Engine[] = postgresUrl === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL'];

/** A fresh, migrated database of its own for one test file, copied from the run's template; measurements, which have none, migrate theirs. `close` takes it away. */
export async function testDatabase(engine: Engine = 'SQLite'): Promise<Database> {
  if (engine === 'PostgreSQL') return postgresDatabase(postgresUrl ?? '', process.env[templateVariables.postgres]);
  const database = openDatabase(':memory:');
  const template = process.env[templateVariables.sqlite];
  await (template === undefined ? migrate(database.db) : copyInto(database.db, template));
  return database;
}

interface SqliteConnection {
  backup(file: string, to: string, from: string, isFileTheCopy: boolean, opened: (error: Error | null) => void): SqliteBackup;
}

interface SqliteBackup {
  step(pages: number, done: (error: Error | null) => void): void;
  finish(done: () => void): void;
}

/** Fills a SQLite database with what a file holds (sqlite.org/backup.html). */
async function copyInto(db: Knex, file: string): Promise<void> {
  const client = db.client as {
    acquireConnection(): Promise<SqliteConnection>;
    releaseConnection(connection: SqliteConnection): Promise<void>;
  };
  const connection = await client.acquireConnection();
  await new Promise<void>((resolve, reject) => {
    const settle = (error: Error | null): void => {
      if (error === null) resolve();
      else reject(error);
    };
    const backup = connection.backup(file, 'main', 'main', false, (error) => {
      if (error !== null) settle(error);
      else
        backup.step(-1, (failure) => {
          backup.finish(() => {
            settle(failure);
          });
        });
    });
  });
  await client.releaseConnection(connection);
}

/** Runs the same suite on every engine there is here. */
export function onEachEngine(suite: (engine: Engine) => void): void {
  describe.each(engines)('on %s', (engine) => {
    suite(engine);
  });
}

async function postgresDatabase(url: string, template: string | undefined): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = knex({ client: 'pg', connection: url });
  await admin.raw(`create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const database = openDatabase(url.replace(/\/[^/]*$/, `/${name}`));
  if (template === undefined) await migrate(database.db);
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

/** The statements of some work that write, sessions aside. */
export async function writesOf(db: Knex, work: () => Promise<unknown>): Promise<string[]> {
  const written: string[] = [];
  const onQuery = ({ sql }: { readonly sql: string }): void => {
    if (/^\s*(with\b.*\b)?(insert|update|delete|replace|truncate)\b/is.test(sql) && !/^\s*\w+ (into |from )?[`"]sessions[`"]/i.test(sql))
      written.push(sql);
  };
  db.on('query', onQuery);
  await work();
  db.removeListener('query', onQuery);
  return written;
}
