import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { isDuplicate } from '../../db/dialect';
import { Conflict, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { entryRow, toEntry } from './slate.queries';
import type { Entry } from './slate';
import type { WhatIfRow } from './tables';
import type { WhatIf } from './what-if';

interface Place {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

/** A what-if slate of this board. */
export async function getWhatIf(db: Db, { cycleId, collaborativeId }: Place, id: string): Promise<WhatIf> {
  const row = await db('what_ifs').where({ id, cycle_id: cycleId, collaborative_id: collaborativeId }).first();
  if (row === undefined) throw new NotFound();
  return toWhatIf(row);
}

/** The what-if slates of a board in the order in which they were made, each with who made it and who is on it. Two queries. */
export async function listWhatIfs(
  db: Db,
  { cycleId, collaborativeId }: Place,
): Promise<(WhatIf & { readonly makerName: string | null; readonly entries: readonly Entry[] })[]> {
  const rows: (WhatIfRow & { maker_name: string | null })[] = await db('what_ifs')
    .leftJoin('people', 'people.id', 'what_ifs.made_by')
    .where({ cycle_id: cycleId, collaborative_id: collaborativeId })
    .orderBy(['what_ifs.made_at', 'what_ifs.id'])
    .select('what_ifs.*', { maker_name: 'people.name' });
  const entries = await db('what_if_entries').whereIn(
    'what_if_id',
    rows.map(({ id }) => id),
  );
  const of = groupBy(entries, (row) => row.what_if_id);
  return rows.map((row) => ({ ...toWhatIf(row), makerName: row.maker_name, entries: (of.get(row.id) ?? []).map(toEntry) }));
}

export async function listWhatIfEntries(db: Db, id: string): Promise<Entry[]> {
  const rows = await db('what_if_entries').where({ what_if_id: id }).orderBy(['alternate_place', 'candidacy_id']);
  return rows.map(toEntry);
}

/** Keeps a new what-if slate. Throws Conflict where its name is taken. */
export async function insertWhatIf(tx: Pick<Deps, 'db'>, whatIf: WhatIf, entries: readonly Entry[]): Promise<void> {
  const { id, cycleId, collaborativeId, name, madeBy, madeAt, version } = whatIf;
  const place = { cycle_id: cycleId, collaborative_id: collaborativeId };
  try {
    await tx.db('what_ifs').insert({ id, ...place, name, made_by: madeBy, made_at: madeAt, version });
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict('selection.errors.nameTaken');
    throw error;
  }
  await insertEntries(tx.db, id, entries);
}

/** Puts these entries in the place of those before; throws Conflict when somebody else changed it first. */
export async function saveWhatIf(db: Db, { id, version, ...rest }: WhatIf, entries: readonly Entry[]): Promise<WhatIf> {
  const saved = await db('what_ifs')
    .where({ id, version })
    .update({ version: version + 1 });
  if (saved === 0) throw new Conflict();
  await db('what_if_entries').where({ what_if_id: id }).delete();
  await insertEntries(db, id, entries);
  return { ...rest, id, version: version + 1 };
}

export async function deleteWhatIf(db: Db, { id, version }: Pick<WhatIf, 'id' | 'version'>): Promise<void> {
  if ((await db('what_ifs').where({ id, version }).delete()) === 0) throw new Conflict();
}

async function insertEntries(db: Db, id: string, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map((entry) => ({ what_if_id: id, ...entryRow(entry) }));
  for (let at = 0; at < rows.length; at += 100) await db('what_if_entries').insert(rows.slice(at, at + 100));
}

const toWhatIf = (row: WhatIfRow): WhatIf => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  name: row.name,
  madeBy: row.made_by,
  madeAt: row.made_at,
  version: row.version,
});
