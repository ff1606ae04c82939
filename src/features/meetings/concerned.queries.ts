import type { Db } from '../../db/database';
import type { Recipient } from '../../mail/email';

/**
 * Whom a move or a cancellation concerns beside the members: who asked for help to take part and was not refused, and who
 * registered and did not give the place back, where they left an address. Each address once. Two queries.
 */
export async function listConcerned(db: Db, meetingId: string): Promise<Recipient[]> {
  const asked = await db('access_requests')
    .where({ meeting_id: meetingId })
    .whereNot('status', 'refused')
    .whereNotNull('email')
    .orderBy(['asked_at', 'id'])
    .select('person_id', 'email', 'locale');
  const registered = await db('guests')
    .where({ meeting_id: meetingId })
    .whereNot('status', 'cancelled')
    .whereNotNull('email')
    .orderBy(['registered_at', 'id'])
    .select('email', 'locale');
  const byAddress = new Map<string, Recipient>();
  for (const row of [...asked, ...registered.map((row) => ({ ...row, person_id: null }))]) {
    const address = row.email ?? '';
    const key = address.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, { personId: row.person_id, name: '', address, locale: row.locale });
  }
  return [...byAddress.values()];
}
