import type { Knex } from 'knex';
import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { CalendarDate } from '../../lib/time';
import { givenBackUntil } from './ending-cut';
import { leavesOverlap } from './leave';
import { endLeavesWith, listLeaves } from './leave.queries';
import type { Membership } from './membership';
import { endOfficesWith } from './office.queries';
import type { ElectionRow, MembershipLeaveRow, OfficeRow } from './tables';

type Tx = Pick<Deps, 'db' | 'newId'>;

/** Ends offices and leaves with a membership. While the ending can be taken back, what they were before is kept. */
export async function cutWith(tx: Tx, membershipId: string, lastDay: CalendarDate, isStillToCome: boolean): Promise<void> {
  if (isStillToCome) await keepCuts(tx, membershipId, lastDay);
  else await forgetCuts(tx.db, membershipId);
  await endOfficesWith(tx.db, membershipId, lastDay);
  await endLeavesWith(tx.db, membershipId, lastDay);
}

const lastsPast =
  (lastDay: CalendarDate) =>
  (query: Knex.QueryBuilder): void =>
    void query.where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>', lastDay));

async function keepCuts({ db, newId }: Tx, membershipId: string, lastDay: CalendarDate): Promise<void> {
  const whose = { membership_id: membershipId };
  const offices: OfficeRow[] = await db('offices').where(whose).modify(lastsPast(lastDay));
  const elections = await db('elections').whereIn(
    'office_id',
    offices.map(({ id }) => id),
  );
  const leaves: MembershipLeaveRow[] = await db('membership_leaves').where(whose).modify(lastsPast(lastDay));
  const kept = [
    ...offices.map((office) => ({
      kind: 'office' as const,
      was: { ...office, election: elections.find((one) => one.office_id === office.id) },
    })),
    ...leaves.map((leave) => ({ kind: 'leave' as const, was: leave })),
  ];
  for (const { kind, was } of kept) await db('ending_cuts').insert({ id: newId(), ...whose, kind, was: JSON.stringify(was) });
}

/** Nothing is given back any more. */
export const forgetCuts = (db: Db, membershipId: string): Promise<number> =>
  db('ending_cuts').where({ membership_id: membershipId }).delete();

/** What was given back, for the history: never why somebody was away. */
export interface GivenBack {
  readonly offices: readonly { readonly office: string; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate | null }[];
  readonly leaves: readonly { readonly leave: string; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate | null }[];
}

/**
 * Gives back what the ending set for a membership cut short, as far as it was not changed since: an office to the day before somebody else
 * begins in it, a leave unless another one took its days.
 */
export async function giveCutsBack(db: Db, { id, endedOn }: Pick<Membership, 'id' | 'endedOn'>): Promise<GivenBack> {
  const offices: GivenBack['offices'][number][] = [];
  const leaves: GivenBack['leaves'][number][] = [];
  for (const { kind, was } of await db('ending_cuts').where({ membership_id: id }).orderBy('id')) {
    if (kind === 'office') offices.push(...(await giveOfficeBack(db, JSON.parse(was) as OfficeWas, endedOn)));
    else leaves.push(...(await giveLeaveBack(db, JSON.parse(was) as MembershipLeaveRow, endedOn)));
  }
  await forgetCuts(db, id);
  return { offices, leaves };
}

type OfficeWas = OfficeRow & { readonly election?: ElectionRow };

async function giveOfficeBack(db: Db, { election, ...was }: OfficeWas, cutTo: CalendarDate | null): Promise<GivenBack['offices']> {
  const next = await db('offices')
    .where({ collaborative_id: was.collaborative_id, office: was.office })
    .whereNot({ id: was.id })
    .where('starts_on', '>', cutTo ?? was.starts_on)
    .orderBy('starts_on')
    .first('starts_on');
  const until = givenBackUntil({ startsOn: was.starts_on, endsOn: was.ends_on }, next?.starts_on);
  const present = await db('offices').where({ id: was.id }).first('ends_on');
  if (until === undefined || (present !== undefined && present.ends_on !== cutTo)) return [];
  if (present !== undefined) await db('offices').where({ id: was.id }).update({ ends_on: until });
  else {
    await db('offices').insert({ ...was, ends_on: until });
    if (election !== undefined) await db('elections').insert(election);
  }
  return [{ office: was.office, startsOn: was.starts_on, endsOn: until }];
}

async function giveLeaveBack(db: Db, was: MembershipLeaveRow, cutTo: CalendarDate | null): Promise<GivenBack['leaves']> {
  const days = { startsOn: was.starts_on, endsOn: was.ends_on };
  const all = await listLeaves(db, was.membership_id);
  const present = all.find(({ id }) => id === was.id);
  if (all.some((other) => other.id !== was.id && leavesOverlap(other, days))) return [];
  if (present !== undefined && present.endsOn !== cutTo) return [];
  if (present === undefined) await db('membership_leaves').insert(was);
  else await db('membership_leaves').where({ id: was.id }).update({ ends_on: was.ends_on });
  return [{ leave: was.id, ...days }];
}
