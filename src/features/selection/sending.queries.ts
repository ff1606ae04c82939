import './tables';
import type { Db } from '../../db/database';
import type { Target } from '../composition';
import type { Sending, SendingAnswer } from './sending';
import type { Entry } from './slate';
import type { SendingRow } from './tables';

/** Every version of a slate that was sent for approval, the first one first. */
export async function listSendings(db: Db, slateId: string): Promise<Sending[]> {
  const rows = await db('slate_sendings').where({ slate_id: slateId }).orderBy('number');
  return rows.map(toSending);
}

export type NewSending = Omit<Sending, 'number' | 'answer' | 'takenBack'>;

/** Keeps a slate as it is sent. */
export async function insertSending(db: Db, { slateId, sentBy, sentAt, entries, targets }: NewSending): Promise<void> {
  const [row] = await db('slate_sendings').where({ slate_id: slateId }).max({ number: 'number' });
  await db('slate_sendings').insert({
    slate_id: slateId,
    number: (row?.['number'] ?? 0) + 1,
    sent_by: sentBy,
    sent_at: sentAt,
    entries: JSON.stringify(entries),
    targets: JSON.stringify(targets),
  });
}

/** Keeps what an approver said to the version that waits, beside what was said to those before. */
export const saveAnswer = (db: Db, slateId: string, { outcome, by, inPlaceOf, at, words }: SendingAnswer): Promise<number> =>
  lastSending(db, slateId).update({ outcome, decided_by: by, decided_for: inPlaceOf, decided_at: at, words });

/** Keeps who took the version sent last back. */
export const saveTakenBack = (db: Db, slateId: string, { by, at }: NonNullable<Sending['takenBack']>): Promise<number> =>
  lastSending(db, slateId).update({ taken_back_by: by, taken_back_at: at });

const lastSending = (db: Db, slateId: string) =>
  db('slate_sendings')
    .where({ slate_id: slateId })
    .whereIn('number', db('slate_sendings').where({ slate_id: slateId }).max('number'));

const toSending = (row: SendingRow): Sending => ({
  slateId: row.slate_id,
  number: row.number,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
  entries: JSON.parse(row.entries) as Entry[],
  targets: JSON.parse(row.targets) as Target[],
  answer:
    row.outcome === null || row.decided_at === null
      ? null
      : { outcome: row.outcome, by: row.decided_by, inPlaceOf: row.decided_for, at: row.decided_at, words: row.words },
  takenBack: row.taken_back_at === null ? null : { by: row.taken_back_by, at: row.taken_back_at },
});
