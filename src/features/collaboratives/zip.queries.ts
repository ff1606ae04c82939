import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Collaborative } from './collaborative';
import { listCollaboratives } from './collaborative.queries';
import { inParts } from './import';
import type { ZipRow, ZipShareRow } from './tables';
import { inOrder, type ZipPlace } from './zip';

/** Where a ZIP code lies, the likelier local district first; undefined when we do not know it. */
export async function lookUpZip(db: Db, zip: string, collaboratives?: readonly Collaborative[]): Promise<ZipPlace | undefined> {
  const rows = await db('zips')
    .join('zip_shares', 'zip_shares.zip', 'zips.zip')
    .where('zips.zip', zip)
    .select<(ZipRow & ZipShareRow)[]>('zips.*', 'zip_shares.collaborative_id', 'zip_shares.share', 'zip_shares.is_primary');
  const [first] = rows;
  if (first === undefined) return undefined;
  const byId = new Map((collaboratives ?? (await listCollaboratives(db))).map((collaborative) => [collaborative.id, collaborative]));
  const shares = rows.flatMap((row) => {
    const collaborative = byId.get(row.collaborative_id);
    return collaborative === undefined ? [] : [{ collaborative, share: row.share, isPrimary: toBoolean(row.is_primary) }];
  });
  if (shares.length === 0) return undefined;
  return { zip, shares: inOrder(shares), isSplit: toBoolean(first.is_split), shareOutside: first.share_outside };
}

/** A ZIP code as it is stored: shares by the collaborative's id. */
export interface StoredZip {
  readonly zip: string;
  readonly isSplit: boolean;
  readonly shareOutside: number;
  readonly primaryId: string;
  readonly shares: Readonly<Record<string, number>>;
}

/** Every ZIP code known, in order. */
export async function listZips(db: Db): Promise<StoredZip[]> {
  const zips = await db('zips').orderBy('zip').select<ZipRow[]>('*');
  const shares = await db('zip_shares').orderBy(['zip', 'collaborative_id']).select<ZipShareRow[]>('*');
  const byZip = new Map<string, ZipShareRow[]>();
  for (const share of shares) byZip.set(share.zip, [...(byZip.get(share.zip) ?? []), share]);
  return zips.map((row) => {
    const own = byZip.get(row.zip) ?? [];
    return {
      zip: row.zip,
      isSplit: toBoolean(row.is_split),
      shareOutside: row.share_outside,
      primaryId: own.find((share) => toBoolean(share.is_primary))?.collaborative_id ?? '',
      shares: Object.fromEntries(own.map((share) => [share.collaborative_id, share.share])),
    };
  });
}

/** Adds ZIP codes, or puts them in the place of what was known of them. */
export async function saveZips(db: Db, zips: readonly StoredZip[]): Promise<void> {
  for (const some of inParts(zips)) {
    const rows = some.map(({ zip, isSplit, shareOutside }) => ({ zip, is_split: isSplit, share_outside: shareOutside }));
    await db('zips').insert(rows).onConflict('zip').merge();
    await db('zip_shares')
      .whereIn(
        'zip',
        some.map(({ zip }) => zip),
      )
      .delete();
    await db('zip_shares').insert(some.flatMap(sharesOf));
  }
}

const sharesOf = ({ zip, primaryId, shares }: StoredZip): ZipShareRow[] =>
  Object.entries(shares).map(([id, share]) => ({ zip, collaborative_id: id, share, is_primary: id === primaryId }));

export async function deleteZips(db: Db, zips: readonly string[]): Promise<void> {
  await db('zip_shares').whereIn('zip', zips).delete();
  await db('zips').whereIn('zip', zips).delete();
}
