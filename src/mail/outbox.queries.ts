import type { Db } from '../db/database';
import type { OutboxRow } from './tables';
import './tables';

const batchSize = 100;

/** Inserts mails; those whose dedupe key is taken are left out. Answers how many went in. */
export async function insertMails(db: Db, rows: readonly OutboxRow[]): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < rows.length; at += batchSize) {
    const ids = await db('outbox')
      .insert(rows.slice(at, at + batchSize))
      .onConflict('dedupe_key')
      .ignore()
      .returning('id');
    inserted += ids.length;
  }
  return inserted;
}
