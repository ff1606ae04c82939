import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { sha256 } from '../../lib/secret';
import type { Instant } from '../../lib/time';
import type { Device } from './device';
import type { RoomDeviceRow } from './tables';

/** Keeps a device by the hash of its token; the token itself is kept nowhere. */
export async function insertDevice(db: Db, device: Device, token: string): Promise<void> {
  await db('room_devices').insert({
    id: device.id,
    meeting_id: device.meetingId,
    kind: device.kind,
    token_hash: sha256(token),
    made_at: device.madeAt,
    revoked_at: device.revokedAt,
  });
}

/** The device with this token. Throws NotFound. */
export async function getDeviceByToken(db: Db, token: string): Promise<Device> {
  const row = await db('room_devices')
    .where({ token_hash: sha256(token) })
    .first();
  if (row === undefined) throw new NotFound();
  return toDevice(row);
}

/** The devices of a meeting that were not revoked, in the order they were made. */
export async function listDevices(db: Db, meetingId: string): Promise<Device[]> {
  const rows = await db('room_devices').where({ meeting_id: meetingId, revoked_at: null }).orderBy(['made_at', 'id']);
  return rows.map(toDevice);
}

/** Takes the address of a device away; once more changes nothing. Throws NotFound, also for a device of another meeting. */
export async function saveRevocation(db: Db, { meetingId, id }: Pick<Device, 'meetingId' | 'id'>, at: Instant): Promise<boolean> {
  const device = await db('room_devices').where({ meeting_id: meetingId, id }).first();
  if (device === undefined) throw new NotFound();
  return (await db('room_devices').where({ id, revoked_at: null }).update({ revoked_at: at })) === 1;
}

const toDevice = (row: RoomDeviceRow): Device => ({
  id: row.id,
  meetingId: row.meeting_id,
  kind: row.kind,
  madeAt: row.made_at,
  revokedAt: row.revoked_at,
});
