import './tables';
import type { Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import type { MinutesText } from './minutes';
import type { MinutesVersionRow } from './tables';
import type { MinutesVersion } from './version';

/** All wordings of minutes, the oldest first. */
export async function listVersions(db: Db, minutesId: string): Promise<MinutesVersion[]> {
  const rows = await db('minutes_versions').where({ minutes_id: minutesId }).orderBy('number');
  return rows.map(toVersion);
}

/** Adds a wording under the next number. */
export async function addVersion(db: Db, version: Omit<MinutesVersion, 'number'>): Promise<MinutesVersion> {
  const [row] = await db('minutes_versions').where({ minutes_id: version.minutesId }).max({ newest: 'number' });
  const numbered = { ...version, number: Number(row?.newest ?? 0) + 1 };
  await db('minutes_versions').insert(toRow(numbered));
  return numbered;
}

/** Keeps what became of a proposed correction. Throws Conflict when it is no longer proposed. */
export async function saveStage(db: Db, version: MinutesVersion): Promise<void> {
  const { minutesId, number, stage, approvedAt, approvedByMotion } = version;
  const saved = await db('minutes_versions')
    .where({ minutes_id: minutesId, number, stage: 'proposed' })
    .update({ stage, approved_at: approvedAt, approved_by_motion: approvedByMotion });
  if (saved === 0) throw new Conflict();
}

const toVersion = (row: MinutesVersionRow): MinutesVersion => ({
  minutesId: row.minutes_id,
  number: row.number,
  stage: row.stage,
  text: JSON.parse(row.text) as MinutesText,
  reason: row.reason,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  approvedAt: row.approved_at,
  approvedByMotion: row.approved_by_motion,
});

const toRow = (version: MinutesVersion): MinutesVersionRow => ({
  minutes_id: version.minutesId,
  number: version.number,
  stage: version.stage,
  text: JSON.stringify(version.text),
  reason: version.reason,
  saved_at: version.savedAt,
  saved_by: version.savedBy,
  approved_at: version.approvedAt,
  approved_by_motion: version.approvedByMotion,
});
