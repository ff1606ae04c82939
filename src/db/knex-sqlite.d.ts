declare module 'knex/lib/dialects/sqlite3' {
  import { Knex } from 'knex';

  /** What knex's own SQLite dialect makes of a transaction; it publishes no types for it. */
  export type SqliteTransaction = Knex.Transaction & {
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  };

  class SqliteClient extends Knex.Client {
    transaction(container: unknown, config: unknown, outerTx: unknown): SqliteTransaction;
  }

  export default SqliteClient;
}
