import type { Knex } from 'knex';
import SqliteClient, { type SqliteTransaction } from 'knex/lib/dialects/sqlite3';

/** The only file that knows which engine is underneath, and which driver. */
export type Engine = 'sqlite' | 'postgres';

export const engineOf = (url: string): Engine => (/^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite');

/** Two processes that read and then write would fail at once under a deferred BEGIN (reliability.md 0.4). */
class ImmediateSqliteClient extends SqliteClient {
  override transaction(container: unknown, config: unknown, outerTx: unknown): SqliteTransaction {
    const transaction = super.transaction(container, config, outerTx);
    transaction.begin = (connection) => transaction.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  }
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

const pragmas = `PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;`;

/** knex settings for a SQLite file (or `:memory:`) with a pool of this many connections. */
export function sqliteConfig(filename: string, connections: number): Knex.Config {
  return {
    client: ImmediateSqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: connections,
      idleTimeoutMillis: 2 ** 31 - 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null) => void) => {
        connection.exec(pragmas, done);
      },
    },
  };
}

/** knex settings for a PostgreSQL server. Booleans and numbers come as the driver gives them; times are text. */
export function postgresConfig(url: string, connections: number): Knex.Config {
  return { client: 'pg', connection: { connectionString: url }, pool: { min: 0, max: connections } };
}

export const engineUnder = (db: Knex): Engine => (db.client instanceof ImmediateSqliteClient ? 'sqlite' : 'postgres');

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether the database refused a second row with the same key. */
export const isDuplicate = (error: unknown): boolean =>
  codeOf(error) === '23505' ||
  (codeOf(error) === 'SQLITE_CONSTRAINT' && error instanceof Error && /UNIQUE|PRIMARY KEY/.test(error.message));

const unavailable = new Set(['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300']);

/** Whether the database is busy, full or away: the reader is told to try again (503), the process goes on. */
export const isUnavailable = (error: unknown): boolean =>
  unavailable.has(codeOf(error)) ||
  (error instanceof Error && (error.name === 'KnexTimeoutError' || error.message === 'Connection terminated unexpectedly'));

/** Whether a serializable transaction lost a race on PostgreSQL and may be run again. */
export const isRaceLost = (error: unknown): boolean => codeOf(error) === '40001' || codeOf(error) === '40P01';

/** One text of an object kept as JSON, as `state`. `column` and `key` are ours, never a reader's. */
export const jsonText = (db: Knex, column: string, key: string): Knex.Raw =>
  engineUnder(db) === 'sqlite'
    ? db.raw('json_extract(??, ?) as state', [column, `$.${key}`])
    : db.raw('(??)::json ->> ? as state', [column, key]);
/** Locks the rows a query finds until the transaction ends; SQLite's one writer needs no such lock. */
export const lockForUpdate = <Query extends Knex.QueryBuilder>(query: Query): Query =>
  (query.client as unknown) instanceof ImmediateSqliteClient ? query : (query.forUpdate() as Query);

/** Makes a query of a queue pass over rows another worker is taking; on SQLite there is only ever one writer. */
export const skippingLocked = <Query extends Knex.QueryBuilder>(query: Query): Query =>
  query.client instanceof ImmediateSqliteClient ? query : (query.forUpdate().skipLocked() as Query);
