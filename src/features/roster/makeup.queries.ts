import type { Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import { noGroup, type GroupNames, type Member as Counted } from '../composition';
import type { Member } from '../membership';

interface MakeupRow {
  readonly id: string;
  readonly locale: string;
  readonly area: string | null;
  readonly first_on: string;
}

/**
 * Who sits, by the groups they are counted in, with nothing that says who is who. Whoever sits in their first membership
 * anywhere is there for the first time. Two queries, whatever the number of members.
 */
export async function listMakeup(db: Db, members: readonly Member[]): Promise<{ readonly members: Counted[]; readonly names: GroupNames }> {
  const rows: MakeupRow[] = await db('people')
    .join('memberships', 'memberships.person_id', 'people.id')
    .leftJoin('zip_shares', (join) => {
      join.on('zip_shares.zip', 'people.zip').andOnVal('zip_shares.is_primary', true);
    })
    .whereIn(
      'people.id',
      members.map(({ personId }) => personId),
    )
    .whereNotNull('memberships.started_on')
    .groupBy('people.id', 'people.locale', 'zip_shares.collaborative_id')
    .select('people.id', 'people.locale', { area: 'zip_shares.collaborative_id' })
    .min({ first_on: 'memberships.started_on' });
  const areas = await db('collaboratives').orderBy('slug').select('id', 'area');
  const of = new Map(rows.map((row) => [row.id, row]));
  return {
    members: members.map(({ personId, constituency, startedOn }) => {
      const row = of.get(personId);
      const served = row === undefined || row.first_on >= startedOn ? 'first_time' : 'before';
      const groups = { constituency, school: noGroup, area: row?.area ?? noGroup, language: row?.locale ?? noGroup, served };
      return { groups, isPlaced: true };
    }),
    names: { schools: new Map(), areas: new Map(areas.map(({ id, area }) => [id, toLocalText(area)])) },
  };
}
