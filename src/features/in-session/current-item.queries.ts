import './tables';
import type { Db } from '../../db/database';
import { isDuplicate } from '../../db/dialect';
import { Conflict } from '../../lib/errors';
import type { CurrentItem } from './current-item';

/** What is talked about now; undefined before the first item was taken up. */
export async function findCurrentItem(db: Db, meetingId: string): Promise<CurrentItem | undefined> {
  const row = await db('current_items').where({ meeting_id: meetingId }).first();
  return row === undefined ? undefined : { meetingId, itemId: row.item_id, since: row.since, version: row.version };
}

/** Saves over the version that was read (0: none yet). Throws Conflict when another was first. */
export async function saveCurrentItem(db: Db, { meetingId, itemId, since, version }: CurrentItem): Promise<void> {
  const row = { meeting_id: meetingId, item_id: itemId, since, version: version + 1 };
  if (version === 0) {
    try {
      await db('current_items').insert(row);
    } catch (error) {
      throw isDuplicate(error) ? new Conflict() : error;
    }
    return;
  }
  const changed = await db('current_items').where({ meeting_id: meetingId, version }).update(row);
  if (changed === 0) throw new Conflict();
}
