import './tables';
import type { Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import type { MinutesText } from './minutes';
import { askedNow } from './minutes.queries';
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

/** Meetings of a collaborative with a correction of their minutes that no meeting to come is asked to approve, oldest first. */
export const listCorrectionsWaiting = (db: Db, collaborativeId: string): Promise<string[]> =>
  waiting(db).where('meetings.collaborative_id', collaborativeId).pluck<string[]>('meetings.id');

/** Of all collaboratives: proposed corrections that no meeting to come is asked to approve, and that none has refused since, oldest first. */
export function listCorrectionsLeft(db: Db): Promise<string[]> {
  const refused = db('agenda_items')
    .whereRaw('agenda_items.approves_minutes_of = meetings.id')
    .whereRaw('agenda_items.added_at >= minutes_versions.saved_at')
    .where('agenda_items.outcome', 'decided');
  return waiting(db)
    .whereNotExists(refused.select(db.raw('1')))
    .pluck<string[]>('meetings.id');
}

const waiting = (db: Db) =>
  db('minutes_versions')
    .join('minutes', 'minutes.id', 'minutes_versions.minutes_id')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .where('minutes_versions.stage', 'proposed')
    .whereNotExists(askedNow(db))
    .orderBy('meetings.starts_at');

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
