import type { Instant } from '../../lib/time';
import type { DeviceKind } from './device';

export interface RoomDeviceRow {
  id: string;
  meeting_id: string;
  kind: DeviceKind;
  token_hash: string;
  made_at: Instant;
  revoked_at: Instant | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    room_devices: RoomDeviceRow;
  }
}
