import type { Db } from '../db/database';
import type { Instant } from '../lib/time';
import './tables';

/** Nobody writes to this person any more: what waits for them is taken back, mail and paper. Twice is once. */
export async function stopMail(db: Db, personId: string, now: Instant): Promise<void> {
  await db('mail_stops').insert({ person_id: personId, since: now }).onConflict('person_id').ignore();
  await db('outbox').where({ person_id: personId, status: 'queued' }).update({ status: 'cancelled', problem: 'not_due', finished_at: now });
  await db('paper_letters')
    .where({ person_id: personId, status: 'waiting' })
    .update({ status: 'dropped', finished_at: now, version: db.raw('version + 1') as never });
}

/** This person may be written to again: they were put down by mistake. What was taken back stays so. */
export const resumeMail = (db: Db, personId: string): Promise<number> => db('mail_stops').where({ person_id: personId }).delete();

/** Which of these people nobody may write to. */
export async function stoppedAmong(db: Db, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  return new Set<string>(await db('mail_stops').whereIn('person_id', ids).pluck('person_id'));
}
