import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import type { Motion, MotionWithVotes, Vote } from './motion';
import type { MotionRow, VoteRow } from './tables';

/** The motions of a meeting in their order, each with its votes. Two queries. */
export async function listMotions(db: Db, meetingId: string): Promise<MotionWithVotes[]> {
  const rows = await db('motions').where({ meeting_id: meetingId }).orderBy('number');
  const votes: VoteRow[] = await db('votes')
    .join('motions', 'motions.id', 'votes.motion_id')
    .where('motions.meeting_id', meetingId)
    .orderBy('votes.membership_id')
    .select('votes.motion_id', 'votes.membership_id', 'votes.choice', 'votes.reason');
  const byMotion = groupBy(votes, (vote) => vote.motion_id);
  return rows.map((row) => ({
    ...toMotion(row),
    votes: (byMotion.get(row.id) ?? []).map((vote): Vote => ({
      membershipId: vote.membership_id,
      choice: vote.choice,
      reason: vote.reason,
    })),
  }));
}

/** Throws NotFound, also for a motion of another meeting. */
export async function getMotion(db: Db, meetingId: string, id: string): Promise<Motion> {
  const row = await db('motions').where({ meeting_id: meetingId, id }).first();
  if (row === undefined) throw new NotFound();
  return toMotion(row);
}

export async function insertMotion(db: Db, motion: Motion): Promise<void> {
  await db('motions').insert(fromMotion(motion));
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveMotion(db: Db, motion: Motion): Promise<Motion> {
  const { id, version } = motion;
  const saved = { ...motion, version: version + 1 };
  const changed = await db('motions').where({ id, version }).update(fromMotion(saved));
  if (changed === 0) throw new Conflict();
  return saved;
}

export async function insertVotes(db: Db, motionId: string, votes: readonly Vote[]): Promise<void> {
  await db('votes').insert(
    votes.map(({ membershipId, choice, reason }) => ({ motion_id: motionId, membership_id: membershipId, choice, reason })),
  );
}

const toMotion = (row: MotionRow): Motion => ({
  id: row.id,
  meetingId: row.meeting_id,
  itemId: row.item_id,
  number: row.number,
  text: row.text,
  moverId: row.mover_id,
  seconderId: row.seconder_id,
  status: row.status,
  movedAt: row.moved_at,
  decidedAt: row.decided_at,
  ...alsoOf(row),
  version: row.version,
});

function alsoOf(row: MotionRow): Pick<Motion, 'alsoItemIds'> {
  const alsoItemIds = JSON.parse(row.also_items) as string[];
  return alsoItemIds.length === 0 ? {} : { alsoItemIds };
}

const fromMotion = (motion: Motion): MotionRow => ({
  id: motion.id,
  meeting_id: motion.meetingId,
  item_id: motion.itemId,
  number: motion.number,
  text: motion.text,
  mover_id: motion.moverId,
  seconder_id: motion.seconderId,
  status: motion.status,
  moved_at: motion.movedAt,
  decided_at: motion.decidedAt,
  also_items: JSON.stringify(motion.alsoItemIds ?? []),
  version: motion.version,
});
