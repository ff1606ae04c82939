import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Correction } from './correction';
import type { CorrectionRow } from './tables';

export interface NamedCorrection extends Correction {
  readonly name: string;
}

/** The corrections proposed to minutes, oldest first, with who proposed them. */
export async function listCorrections(db: Db, minutesId: string): Promise<NamedCorrection[]> {
  const rows: (CorrectionRow & { name: string })[] = await db('minutes_corrections')
    .join('people', 'people.id', 'minutes_corrections.proposed_by')
    .where({ minutes_id: minutesId })
    .orderBy(['minutes_corrections.proposed_at', 'minutes_corrections.id'])
    .select('minutes_corrections.*', { name: db.raw('coalesce(people.preferred_name, people.name)') });
  return rows.map((row) => ({ ...toCorrection(row), name: row.name }));
}

/** Throws NotFound, also for one of other minutes. */
export async function getCorrection(db: Db, minutesId: string, id: string): Promise<Correction> {
  const row = await db('minutes_corrections').where({ minutes_id: minutesId, id }).first();
  if (row === undefined) throw new NotFound();
  return toCorrection(row);
}

export async function insertCorrection(db: Db, correction: Correction): Promise<void> {
  const { id, minutesId, proposedBy, proposedAt, text, status, answer } = correction;
  await db('minutes_corrections').insert({
    id,
    minutes_id: minutesId,
    proposed_by: proposedBy,
    proposed_at: proposedAt,
    text,
    status,
    answer,
  });
}

/** Writes the answer. Throws Conflict when another answered first. */
export async function saveAnswer(db: Db, { id, status, answer }: Correction): Promise<void> {
  const changed = await db('minutes_corrections').where({ id, status: 'proposed' }).update({ status, answer });
  if (changed === 0) throw new Conflict();
}

const toCorrection = (row: CorrectionRow): Correction => ({
  id: row.id,
  minutesId: row.minutes_id,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  text: row.text,
  status: row.status,
  answer: row.answer,
});
