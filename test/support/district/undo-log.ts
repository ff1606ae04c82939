import type { Knex } from 'knex';

interface Named {
  readonly name: string;
}

/** What requests may write without anything having happened: who is signed in, how often something was tried, that it was refused. */
const bookkeeping = ['sessions', 'limits'];

const named = async (db: Knex, query: string): Promise<string[]> => ((await db.raw(query)) as unknown as Named[]).map(({ name }) => name);

const quoted = (columns: readonly string[], side: 'new' | 'old'): string =>
  columns.map((column) => `'"${column}"=' || quote(${side}."${column}")`).join(" || ',' || ");

/**
 * Sees every row that is inserted, changed or deleted on SQLite, by triggers that write down how to take it back
 * (https://www.sqlite.org/undoredo.html). One product can so be asked thousands of things and be the same each time.
 */
export class UndoLog {
  private constructor(private readonly db: Knex) {}

  static async begin(db: Knex): Promise<UndoLog> {
    await db.raw('create temp table undo_log (place integer primary key, source text not null, undo text not null)');
    const tables = await named(
      db,
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    );
    for (const table of tables.filter((name) => !name.startsWith('knex_'))) {
      const columns = await named(db, `pragma table_info("${table}")`);
      const names = columns.map((column) => `"${column}"`).join(',');
      const values = columns.map((column) => `quote(old."${column}")`).join(" || ',' || ");
      const undo = {
        insert: `'delete from "${table}" where rowid=' || new.rowid`,
        update: `'update "${table}" set ' || ${quoted(columns, 'old')} || ' where rowid=' || old.rowid`,
        delete: `'insert into "${table}" (rowid,${names.replace(/'/g, "''")}) values (' || old.rowid || ',' || ${values} || ')'`,
      };
      for (const [event, text] of Object.entries(undo))
        await db.raw(
          `create temp trigger "undo_${table}_${event}" after ${event} on "${table}" begin insert into undo_log (source, undo) values ('${table}', ${text}); end`,
        );
    }
    return new UndoLog(db);
  }

  /** The tables written to since the last `undo`, but for sessions and counts of tries. */
  async written(): Promise<string[]> {
    const tables = await named(this.db, 'select distinct source as name from undo_log order by source');
    return tables.filter((table) => !bookkeeping.includes(table));
  }

  /** Takes everything back that was written since the last time. */
  async undo(): Promise<void> {
    const changes = (await this.db.raw('select undo as name from undo_log order by place desc')) as unknown as Named[];
    if (changes.length === 0) return;
    await this.db.raw('pragma foreign_keys = off');
    for (const { name } of changes) await this.db.raw(name);
    await this.db.raw('pragma foreign_keys = on');
    await this.db('undo_log').delete();
  }
}
