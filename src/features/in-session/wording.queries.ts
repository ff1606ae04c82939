import './tables';
import type { Db } from '../../db/database';
import type { Wording } from './wording';
import type { MotionWordingRow } from './tables';

/** The earlier wordings of all motions of a meeting, each motion's oldest first. */
export async function listWordings(db: Db, meetingId: string): Promise<Wording[]> {
  const rows: MotionWordingRow[] = await db('motion_wordings')
    .join('motions', 'motions.id', 'motion_wordings.motion_id')
    .where('motions.meeting_id', meetingId)
    .orderBy(['motion_wordings.motion_id', 'motion_wordings.number'])
    .select<MotionWordingRow[]>('motion_wordings.*');
  return rows.map((row) => ({ motionId: row.motion_id, number: row.number, text: row.text, replacedAt: row.replaced_at }));
}

export async function insertWording(db: Db, { motionId, number, text, replacedAt }: Wording): Promise<void> {
  await db('motion_wordings').insert({ motion_id: motionId, number, text, replaced_at: replacedAt });
}
