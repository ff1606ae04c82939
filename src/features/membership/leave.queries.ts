import type { Knex } from 'knex';
import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import type { CalendarDate } from '../../lib/time';
import type { Leave } from './leave';
import type { MembershipLeaveRow } from './tables';

/** Every leave of a membership, the latest first. */
export async function listLeaves(db: Db, membershipId: string): Promise<Leave[]> {
  const rows = await db('membership_leaves').where({ membership_id: membershipId }).orderBy('starts_on', 'desc');
  return rows.map(toLeave);
}

export async function getLeave(db: Db, id: string): Promise<Leave> {
  const row = await db('membership_leaves').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toLeave(row);
}

/** Adds a leave and answers it. Throws Conflict when another leave of the membership shares a day. */
export async function insertLeave(
  tx: Pick<Deps, 'db' | 'newId' | 'clock'>,
  wanted: Omit<Leave, 'id'>,
  recordedBy: string | null,
): Promise<Leave> {
  const leave: Leave = { ...wanted, id: tx.newId() };
  await sayingConflict(() =>
    tx.db('membership_leaves').insert({
      id: leave.id,
      membership_id: leave.membershipId,
      starts_on: leave.startsOn,
      ends_on: leave.endsOn,
      reason: leave.reason,
      recorded_by: recordedBy,
      recorded_at: tx.clock.now(),
    }),
  );
  return leave;
}

export const saveLeaveEnd = (db: Db, id: string, endsOn: CalendarDate): Promise<number> =>
  sayingConflict(() => db('membership_leaves').where({ id }).update({ ends_on: endsOn }));

export const deleteLeave = (db: Db, id: string): Promise<number> => db('membership_leaves').where({ id }).delete();

/** Leaves end with their membership: those after its last day are taken back. */
export async function endLeavesWith(db: Db, membershipId: string, lastDay: CalendarDate): Promise<void> {
  await db('membership_leaves').where({ membership_id: membershipId }).where('starts_on', '>', lastDay).delete();
  await db('membership_leaves')
    .where({ membership_id: membershipId })
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>', lastDay))
    .update({ ends_on: lastDay });
}

/** Members whose status does not say yet that a leave began, or is over, on this day. */
export async function listLeavesToMove(db: Db, today: CalendarDate): Promise<{ began: string[]; over: string[] }> {
  const away = db('membership_leaves')
    .whereRaw('membership_leaves.membership_id = memberships.id')
    .where('starts_on', '<=', today)
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>=', today))
    .select('membership_leaves.id');
  return {
    began: await db('memberships').where('status', 'active').whereExists(away.clone()).orderBy('id').pluck('id'),
    over: await db('memberships').where('status', 'on_leave').whereNotExists(away.clone()).orderBy('id').pluck('id'),
  };
}

/** Joins the leave that covers a day, at most one for each membership. */
export const onLeave =
  (date: CalendarDate) =>
  (join: Knex.JoinClause): void => {
    void join
      .on('membership_leaves.membership_id', 'memberships.id')
      .andOnVal('membership_leaves.starts_on', '<=', date)
      .andOn((ends) => void ends.onNull('membership_leaves.ends_on').orOnVal('membership_leaves.ends_on', '>=', date));
  };

async function sayingConflict<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (String(error).includes('leaves_never_overlap')) throw new Conflict('membership.errors.leavesOverlap');
    throw error;
  }
}

const toLeave = (row: MembershipLeaveRow): Leave => ({
  id: row.id,
  membershipId: row.membership_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  reason: row.reason,
});
