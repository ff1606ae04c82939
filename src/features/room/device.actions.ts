import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { newToken } from '../../lib/secret';
import { meetingToRun } from '../in-session';
import { getMeeting, isLive, type Meeting } from '../meetings';
import { isOpen, type Device, type DeviceKind } from './device';
import { getDeviceByToken, insertDevice, saveRevocation } from './device.queries';

/** Makes the address of a device for this meeting alone. It is told once: only its hash is kept. */
export function addDevice(deps: Deps, actor: Actor, wanted: { readonly meetingId: string; readonly kind: DeviceKind }): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, wanted.meetingId);
    if (!isLive(meeting)) throw new Conflict('room.errors.closed');
    const token = newToken(tx.random);
    const device: Device = { ...wanted, id: tx.newId(), madeAt: tx.clock.now(), revokedAt: null };
    await insertDevice(tx.db, device, token);
    await record(tx, actor, { action: 'room.deviceAdded', meeting, device: { device: device.id, kind: device.kind } });
    return token;
  });
}

/** Takes a device's address away at once. */
export function revokeDevice(deps: Deps, actor: Actor, wanted: { readonly meetingId: string; readonly id: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRun(tx, actor, wanted.meetingId);
    const isNew = await saveRevocation(tx.db, wanted, tx.clock.now());
    if (isNew) await record(tx, actor, { action: 'room.deviceRevoked', meeting, device: { device: wanted.id } });
  });
}

/** The device behind an address. Throws NotFound for what was never one, was revoked, or whose meeting is over. */
export async function openDevice(tx: Pick<Deps, 'db'>, token: string): Promise<Device> {
  const device = await getDeviceByToken(tx.db, token);
  if (!isOpen(device, await getMeeting(tx.db, device.meetingId))) throw new NotFound();
  return device;
}

interface Happened {
  readonly action: 'room.deviceAdded' | 'room.deviceRevoked';
  readonly meeting: Meeting;
  readonly device: Readonly<Record<string, string>>;
}

const record = (tx: Deps, actor: Actor, { action, meeting, device }: Happened): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'meeting', id: meeting.id },
    collaborativeId: meeting.collaborativeId,
    after: device,
  });
