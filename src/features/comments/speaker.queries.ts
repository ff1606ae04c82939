import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { sha256 } from '../../lib/secret';
import type { NewSpeaker, Speaker } from './speaker';
import type { SpeakerRow } from './tables';

/** Throws NotFound. */
export async function getSpeaker(db: Db, id: string): Promise<Speaker> {
  const row = await db('speakers').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toSpeaker(row);
}

/** All who signed up, in the order of their numbers. */
export async function listSpeakers(db: Db, meetingId: string): Promise<Speaker[]> {
  const rows = await db('speakers').where({ meeting_id: meetingId }).orderBy('number');
  return rows.map(toSpeaker);
}

/** The speaker a form of this mark has signed up already. Nobody can guess from the id of a sign-up what its form was marked with. */
export async function findSignedUp(db: Db, { meetingId, key }: NewSpeaker): Promise<Speaker | undefined> {
  const row =
    key === ''
      ? undefined
      : await db('speakers')
          .where({ id: idFor(meetingId, key), meeting_id: meetingId })
          .first();
  return row === undefined ? undefined : toSpeaker(row);
}

const idFor = (meetingId: string, key: string): string => sha256(`speaker:${meetingId}:${key}`).slice(0, 26);

/** Keeps a speaker under the next number; of two at once the database runs one again. */
export async function insertSpeaker(tx: Deps, { key, ...wanted }: NewSpeaker): Promise<Speaker> {
  const last = await tx.db('speakers').where({ meeting_id: wanted.meetingId }).orderBy('number', 'desc').first('number');
  const number = (last?.number ?? 0) + 1;
  const rest = { status: 'waiting', signedAt: tx.clock.now(), beganAt: null, endedAt: null, version: 1 } as const;
  const speaker: Speaker = { ...wanted, ...rest, id: key === '' ? tx.newId() : idFor(wanted.meetingId, key), number };
  await tx.db('speakers').insert(toRow(speaker));
  return speaker;
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveSpeaker(db: Db, speaker: Speaker): Promise<void> {
  const { id, version } = speaker;
  const changed = await db('speakers')
    .where({ id, version })
    .update(toRow({ ...speaker, version: version + 1 }));
  if (changed === 0) throw new Conflict();
}

const toSpeaker = (row: SpeakerRow): Speaker => ({
  id: row.id,
  meetingId: row.meeting_id,
  number: row.number,
  itemId: row.item_id,
  name: row.name,
  email: row.email,
  way: row.way,
  interpreter: row.interpreter,
  locale: row.locale,
  status: row.status,
  signedAt: row.signed_at,
  beganAt: row.began_at,
  endedAt: row.ended_at,
  version: row.version,
});

const toRow = (speaker: Speaker): SpeakerRow => ({
  id: speaker.id,
  meeting_id: speaker.meetingId,
  number: speaker.number,
  item_id: speaker.itemId,
  name: speaker.name,
  email: speaker.email,
  way: speaker.way,
  interpreter: speaker.interpreter,
  locale: speaker.locale,
  status: speaker.status,
  signed_at: speaker.signedAt,
  began_at: speaker.beganAt,
  ended_at: speaker.endedAt,
  version: speaker.version,
});
