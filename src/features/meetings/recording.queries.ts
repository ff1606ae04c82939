import './tables';
import type { Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import type { Recording } from './recording';
import type { RecordingRow } from './tables';

export type NamedRecording = Recording & { readonly adderName: string };

/** The recordings of a meeting in the order they were added, each with who added it. One query. */
export async function listRecordings(db: Db, meetingId: string): Promise<NamedRecording[]> {
  const rows = await db('recordings')
    .join('people', 'people.id', 'recordings.added_by')
    .where('recordings.meeting_id', meetingId)
    .orderBy(['recordings.added_at', 'recordings.id'])
    .select<(RecordingRow & { adder: string })[]>('recordings.*', { adder: 'people.name' });
  return rows.map((row) => ({ ...toRecording(row), adderName: row.adder }));
}

/** A recording of this meeting; undefined where there is none such. */
export async function findRecording(db: Db, meetingId: string, id: string): Promise<Recording | undefined> {
  const row = await db('recordings').where({ id, meeting_id: meetingId }).first();
  return row === undefined ? undefined : toRecording(row);
}

/** Answers whether it is new: the same form sent twice is one recording. */
export async function insertRecording(db: Db, recording: Recording, formKey: string): Promise<boolean> {
  const there = await db('recordings').where({ form_key: formKey }).first('id');
  if (there !== undefined) return false;
  const { id, meetingId, url, language, captionsUrl, transcriptUrl, addedAt, addedBy, version } = recording;
  await db('recordings').insert({
    ...{ id, meeting_id: meetingId, form_key: formKey, url, language, captions_url: captionsUrl },
    ...{ transcript_url: transcriptUrl, added_at: addedAt, added_by: addedBy, version },
  });
  return true;
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveRecording(db: Db, recording: Recording): Promise<void> {
  const { id, version, url, language, captionsUrl, transcriptUrl } = recording;
  const saved = await db('recordings')
    .where({ id, version })
    .update({ url, language, captions_url: captionsUrl, transcript_url: transcriptUrl, version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** Answers how many: none when another was first. */
export const deleteRecording = (db: Db, id: string): Promise<number> => db('recordings').where({ id }).delete();

const toRecording = (row: RecordingRow): Recording => ({
  id: row.id,
  meetingId: row.meeting_id,
  url: row.url,
  language: row.language,
  captionsUrl: row.captions_url,
  transcriptUrl: row.transcript_url,
  addedAt: row.added_at,
  addedBy: row.added_by,
  version: row.version,
});
