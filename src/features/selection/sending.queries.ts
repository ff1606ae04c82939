import './tables';
import type { Db } from '../../db/database';
import type { Target } from '../composition';
import type { Sending } from './sending';
import type { Entry } from './slate';

/** Every version of a slate that was sent for approval, the first one first. */
export async function listSendings(db: Db, slateId: string): Promise<Sending[]> {
  const rows = await db('slate_sendings').where({ slate_id: slateId }).orderBy('number');
  return rows.map((row) => ({
    slateId: row.slate_id,
    number: row.number,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    entries: JSON.parse(row.entries) as Entry[],
    targets: JSON.parse(row.targets) as Target[],
  }));
}

/** Keeps a slate as it is sent. */
export async function insertSending(db: Db, { slateId, sentBy, sentAt, entries, targets }: Omit<Sending, 'number'>): Promise<void> {
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
