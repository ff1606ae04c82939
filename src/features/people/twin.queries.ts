import type { Knex } from 'knex';
import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { Comparable } from './twin';

export interface ListedTwin extends Comparable {
  readonly lastSignInAt: Instant | null;
}

/** Every record that was neither merged into another nor erased, as far as it is compared. One query. */
export async function listComparable(db: Db): Promise<ListedTwin[]> {
  const people: Knex.QueryBuilder = (db as Knex).table<Record<string, unknown>>('people');
  return people
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereNull('people.merged_into')
    .whereNot('people.find_text', '')
    .select<ListedTwin[]>('people.id', 'people.name', 'people.email', 'people.phone', 'people.address', 'people.zip', {
      lastSignInAt: 'accounts.last_sign_in_at',
    });
}

/** The pairs that were told apart, as `first second`. One query. */
export async function listApart(db: Db): Promise<Set<string>> {
  const rows = await db('people_apart').select('first_id', 'second_id');
  return new Set(rows.map(({ first_id: first, second_id: second }) => `${first} ${second}`));
}

/** Remembers that two are different people, whichever is named first. Answers whether that is news. */
export async function tellPairApart(db: Db, ids: readonly [string, string], by: { id: string | null; at: Instant }): Promise<boolean> {
  const [first_id = '', second_id = ''] = [...ids].sort();
  const known = await db('people_apart').where({ first_id, second_id }).first('first_id');
  if (known !== undefined) return false;
  await db('people_apart')
    .insert({ first_id, second_id, judged_by: by.id, judged_at: by.at })
    .onConflict(['first_id', 'second_id'])
    .ignore();
  return true;
}

/** What was said of the record that goes is said of the kept one from now on. */
export async function moveApart(db: Db, keptId: string, goneId: string): Promise<void> {
  const rows = await db('people_apart').where({ first_id: goneId }).orWhere({ second_id: goneId });
  await db('people_apart').where({ first_id: goneId }).orWhere({ second_id: goneId }).delete();
  for (const row of rows) {
    const other = row.first_id === goneId ? row.second_id : row.first_id;
    if (other !== keptId) await tellPairApart(db, [keptId, other], { id: row.judged_by, at: row.judged_at });
  }
}
