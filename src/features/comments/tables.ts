import type { Instant } from '../../lib/time';
import type { CommentStatus, HoldReason } from './comment';
import type { SpeakerStatus, SpeakerWay } from './speaker';

export interface CommentRow {
  id: string;
  meeting_id: string;
  item_id: string | null;
  name: string;
  email: string;
  locale: string;
  text: string;
  status: CommentStatus;
  reason: HoldReason | null;
  sent_at: Instant;
  checked_at: Instant | null;
  checked_by: string | null;
  version: number;
}

export interface SpeakerRow {
  id: string;
  meeting_id: string;
  number: number;
  item_id: string | null;
  name: string;
  email: string;
  way: SpeakerWay;
  interpreter: string;
  locale: string;
  status: SpeakerStatus;
  signed_at: Instant;
  began_at: Instant | null;
  ended_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    comments: CommentRow;
    speakers: SpeakerRow;
  }
}
