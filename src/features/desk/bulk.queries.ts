import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import type { CandidacyStatus } from '../applications';
import { mostAtOnce, type Chosen } from './bulk';
import type { DeskFilter } from './filter';
import { labelsOf } from './label.queries';
import { listFiled, look } from './list.queries';

interface Row {
  id: string;
  application_id: string;
  reference: string;
  name: string;
  locale: string;
  own: string | null;
  address: string | null;
  status: CandidacyStatus;
  is_reviewed: boolean | number;
}

const batch = 400;

/** Ids of all that a filter finds, in its order, one more than an action takes at most. */
export async function idsFiled(db: Db, actor: Actor, filter: DeskFilter): Promise<string[]> {
  const finding = await look(db, filter);
  const { rows } = await listFiled(db, actor, { ...filter, after: undefined }, finding, mostAtOnce + 1);
  return rows.map(({ candidacyId }) => candidacyId);
}

/** Those chosen, of this list alone, in the order of the ids. */
export async function listChosen(db: Db, where: { cycleId: string; collaborativeId: string }, ids: readonly string[]): Promise<Chosen[]> {
  const found = new Map<string, Chosen>();
  for (let from = 0; from < ids.length; from += batch)
    for (const one of await chosenIn(db, where, ids.slice(from, from + batch))) found.set(one.candidacyId, one);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function chosenIn(db: Db, where: { cycleId: string; collaborativeId: string }, ids: readonly string[]): Promise<Chosen[]> {
  const rows: Row[] = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .leftJoin('people', 'people.id', 'applications.person_id')
    .where('candidacies.cycle_id', where.cycleId)
    .where('candidacies.collaborative_id', where.collaborativeId)
    .where('candidacies.is_listed', true)
    .whereIn('candidacies.id', ids)
    .select('candidacies.id', 'candidacies.application_id', 'candidacies.status', 'candidacies.is_reviewed', {
      reference: 'applications.reference',
      name: 'applications.name',
      locale: 'applications.locale',
      address: 'applications.email',
      own: 'people.email',
    });
  const labels = await labelsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    candidacyId: row.id,
    applicationId: row.application_id,
    reference: row.reference,
    name: row.name,
    locale: row.locale,
    address: row.own ?? row.address ?? '',
    status: row.status,
    isReviewed: toBoolean(row.is_reviewed),
    labelIds: (labels.get(row.id) ?? []).map(({ id }) => id),
  }));
}

/** Whether this very action was done before. */
export const wasRun = async (db: Db, id: string): Promise<boolean> => (await db('bulk_runs').where({ id }).first('id')) !== undefined;

interface NewRun {
  readonly id: string;
  readonly collaborativeId: string;
  readonly kind: string;
  readonly doneBy: string;
  readonly count: number;
}

/** Remembers that an action was done. */
export const insertRun = (tx: Pick<Deps, 'db' | 'clock'>, { id, collaborativeId, kind, doneBy, count }: NewRun): Promise<number[]> =>
  tx.db('bulk_runs').insert({ id, collaborative_id: collaborativeId, kind, done_by: doneBy, done_at: tx.clock.now(), count });

/** Remembers that staff suspect two applications to be of one person. */
export async function suspectPairs(db: Db, pairs: readonly (readonly [string, string])[], by: { id: string; at: string }): Promise<void> {
  for (let from = 0; from < pairs.length; from += batch)
    await db('duplicate_judgements')
      .insert(
        pairs
          .slice(from, from + batch)
          .map(([one, other]) => ({ first_id: one, second_id: other, verdict: 'suspected' as const, judged_by: by.id, judged_at: by.at })),
      )
      .onConflict(['first_id', 'second_id'])
      .ignore();
}
