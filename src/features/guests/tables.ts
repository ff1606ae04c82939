import type { Instant } from '../../lib/time';
import type { GuestStatus } from './guest';

export interface GuestListRow {
  meeting_id: string;
  places: number | null;
  version: number;
}

export interface GuestRow {
  id: string;
  meeting_id: string;
  form_key: string;
  name: string;
  email: string | null;
  party: number;
  language: string;
  needs: string;
  locale: string;
  status: GuestStatus;
  registered_at: Instant;
  arrived_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    guest_lists: GuestListRow;
    guests: GuestRow;
  }
}
