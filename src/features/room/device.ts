import type { Instant } from '../../lib/time';
import { isLive, type Meeting } from '../meetings';

export const deviceKinds = ['projector', 'chair', 'desk'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** A screen in the room of one meeting. It holds no account: the secret in its address opens that one screen and nothing else. */
export interface Device {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: DeviceKind;
  readonly madeAt: Instant;
  readonly revokedAt: Instant | null;
}

/** Until it is revoked, or the meeting is adjourned, called off or put off: then the record is closed. */
export const isOpen = ({ revokedAt }: Pick<Device, 'revokedAt'>, meeting: Pick<Meeting, 'status'>): boolean =>
  revokedAt === null && isLive(meeting);
