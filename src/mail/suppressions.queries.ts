import type { Db } from '../db/database';
import type { Instant } from '../lib/time';
import type { SuppressionRow } from './tables';
import './tables';

/** Which of these addresses nothing may be sent to, in lower case. */
export async function suppressedAmong(db: Db, addresses: readonly string[]): Promise<Set<string>> {
  const known: string[] = await db('suppressions').whereIn('address', addresses.map(keyOf)).pluck('address');
  return new Set(known);
}

export const isSuppressed = (suppressed: ReadonlySet<string>, address: string): boolean => suppressed.has(keyOf(address));

/** Flags an address the mail server says does not exist, or that bounced or complained. */
export async function suppress(db: Db, address: string, because: { reason: string; outboxId: string | null; at: Instant }): Promise<void> {
  const { reason, outboxId, at } = because;
  await db('suppressions')
    .insert({ address: keyOf(address), reason, outbox_id: outboxId, at })
    .onConflict('address')
    .ignore();
}

/** Flagged addresses, newest first. */
export const listSuppressions = (db: Db, limit = 100): Promise<SuppressionRow[]> => db('suppressions').orderBy('at', 'desc').limit(limit);

/** Lets mail to an address again, once it is known to work. */
export async function unsuppress(db: Db, address: string): Promise<void> {
  await db('suppressions')
    .where({ address: keyOf(address) })
    .delete();
}

const keyOf = (address: string): string => address.toLowerCase();
