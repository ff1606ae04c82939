import type { Db } from '../../db/database';
import { demoKeys, demoPersonId } from './demo-people';

export interface DemoPerson {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly locale: string;
}

/** The demo people that are in this database, in the order of their keys. */
export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  const ids = new Map(demoKeys.map((key) => [demoPersonId(key), key]));
  const rows = await db('people')
    .whereIn('id', [...ids.keys()])
    .select('id', 'name', 'locale');
  const found = new Map(rows.map((row) => [ids.get(row.id) ?? '', row]));
  return demoKeys.flatMap((key) => {
    const row = found.get(key);
    return row === undefined ? [] : [{ key, id: row.id, name: row.name, locale: row.locale }];
  });
}
