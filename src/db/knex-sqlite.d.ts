declare module 'knex/lib/dialects/sqlite3' {
  import type { Knex } from 'knex';

  /** What knex's own SQLite dialect makes of a transaction; it publishes no types for it. */
  export type SqliteTransaction = Knex.Transaction & {
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  };

  type SqliteClientClass = new (config: Knex.Config) => Knex.Client & { transaction(...args: unknown[]): SqliteTransaction };

  const SqliteClient: SqliteClientClass;
  export default SqliteClient;
}
