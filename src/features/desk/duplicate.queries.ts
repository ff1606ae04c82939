import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { groupBy } from '../../lib/group';
import type { Instant } from '../../lib/time';
import { reasonsOf, type Likeness, type Pair } from './duplicate';
import type { JudgementRow } from './tables';

interface Row {
  first_id: string;
  second_id: string;
  kind: Likeness;
  first_reference: string;
  first_name: string;
  second_reference: string;
  second_name: string;
}

export interface PairsOf {
  readonly cycleId: string;
  /** Both must have named it; null: every collaborative, for administrators. */
  readonly collaborativeIds: readonly string[] | null;
  /** Pairs of this application alone. */
  readonly applicationId?: string;
}

const mostRows = 600;

/** Applications that may be of one person or household, as far as they were not judged. Two queries. */
export async function listPairs(db: Db, wanted: PairsOf): Promise<Pair[]> {
  const alike = within(db, sameKeys(db, wanted.cycleId), wanted);
  const suspected = within(db, suspicions(db), wanted).where('one.cycle_id', wanted.cycleId);
  const rows = [...((await suspected) as Row[]), ...((await alike) as Row[])];
  const groups = groupBy(rows, (row) => `${row.first_id} ${row.second_id}`);
  return [...groups.values()].flatMap((own) => {
    const [row] = own;
    if (row === undefined) return [];
    return [
      {
        first: { id: row.first_id, reference: row.first_reference, name: row.first_name },
        second: { id: row.second_id, reference: row.second_reference, name: row.second_name },
        why: reasonsOf(own.map(({ kind }) => kind)),
      },
    ];
  });
}

function sameKeys(db: Db, cycleId: string): Knex.QueryBuilder {
  return db('application_keys as k1')
    .join('application_keys as k2', (join) => {
      void join.on('k2.cycle_id', 'k1.cycle_id').andOn('k2.kind', 'k1.kind').andOn('k2.value', 'k1.value');
    })
    .whereRaw('k2.application_id > k1.application_id')
    .where('k1.cycle_id', cycleId)
    .whereNotExists(
      db('duplicate_judgements')
        .whereRaw('first_id = k1.application_id and second_id = k2.application_id')
        .whereIn('verdict', ['different', 'merged'])
        .select(db.raw('1')),
    )
    .join('applications as one', 'one.id', 'k1.application_id')
    .join('applications as two', 'two.id', 'k2.application_id')
    .select('k1.kind');
}

const suspicions = (db: Db): Knex.QueryBuilder =>
  db('duplicate_judgements as judged')
    .where('judged.verdict', 'suspected')
    .join('applications as one', 'one.id', 'judged.first_id')
    .join('applications as two', 'two.id', 'judged.second_id')
    .select(db.raw('judged.verdict as kind'));

function within(db: Db, query: Knex.QueryBuilder, { collaborativeIds, applicationId }: PairsOf): Knex.QueryBuilder {
  void query
    .whereNull('one.merged_into')
    .whereNull('two.merged_into')
    .select({
      first_id: 'one.id',
      second_id: 'two.id',
      first_reference: 'one.reference',
      first_name: 'one.name',
      second_reference: 'two.reference',
      second_name: 'two.name',
    })
    .orderBy(['one.id', 'two.id'])
    .limit(mostRows);
  if (applicationId !== undefined)
    void query.where((either) => void either.where('one.id', applicationId).orWhere('two.id', applicationId));
  if (collaborativeIds !== null)
    void query.whereExists(
      db('candidacies as c1')
        .join('candidacies as c2', 'c2.collaborative_id', 'c1.collaborative_id')
        .whereRaw('c1.application_id = one.id and c2.application_id = two.id')
        .whereIn('c1.collaborative_id', collaborativeIds)
        .select(db.raw('1')),
    );
  return query;
}

/** Remembers what staff say of two applications, whichever is named first. */
export async function saveJudgement(
  db: Db,
  ids: readonly [string, string],
  verdict: JudgementRow['verdict'],
  by: { readonly id: string; readonly at: Instant },
): Promise<void> {
  const [first_id = '', second_id = ''] = [...ids].sort();
  await db('duplicate_judgements')
    .insert({ first_id, second_id, verdict, judged_by: by.id, judged_at: by.at })
    .onConflict(['first_id', 'second_id'])
    .merge(['verdict', 'judged_by', 'judged_at']);
}

/** Whether an application is on a slate. */
export async function isOnSlate(db: Db, applicationIds: readonly string[]): Promise<boolean> {
  const row: unknown = await db('slate_entries')
    .join('candidacies', 'candidacies.id', 'slate_entries.candidacy_id')
    .whereIn('candidacies.application_id', applicationIds)
    .first('candidacies.id');
  return row !== undefined;
}
