import './tables';
import type { Db } from '../../db/database';

export interface ApplicationCounts {
  readonly firstChoice: number;
  readonly all: number;
}

/** Applications sent and not withdrawn, by collaborative; of these collaboratives only. One query. */
export async function countApplications(
  db: Db,
  cycleId: string,
  collaborativeIds: readonly string[],
): Promise<ReadonlyMap<string, ApplicationCounts>> {
  const rows: { collaborative_id: string; first_choice: number | string | null; every: number | string }[] = await db('candidacies')
    .where({ cycle_id: cycleId })
    .whereIn('collaborative_id', collaborativeIds)
    .whereNot({ status: 'withdrawn' })
    .groupBy('collaborative_id')
    .select('collaborative_id', db.raw('sum(case when preference = 1 then 1 else 0 end) as first_choice'), db.raw('count(*) as every'));
  return new Map(rows.map((row) => [row.collaborative_id, { firstChoice: Number(row.first_choice ?? 0), all: Number(row.every) }]));
}
