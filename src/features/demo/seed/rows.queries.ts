import type { Tables } from 'knex/types/tables';
import type { Db } from '../../../db/database';

const batch = 300;

/** Inserts many rows of one table, in batches that both engines take. */
export async function insertRows<Name extends Extract<keyof Tables, string>>(
  db: Db,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await db(table as string).insert(rows.slice(from, from + batch));
}

/** Marks every mail written so far as sent when it was written: the past is not mailed again. */
export async function settleOutbox(db: Db): Promise<void> {
  await db('outbox')
    .where({ status: 'queued' })
    .update({ status: 'sent', finished_at: db.ref('due_at') });
}
