import type { Instant } from '../../lib/time';
import type { CommentStatus, HoldReason } from './comment';

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

declare module 'knex/types/tables' {
  interface Tables {
    comments: CommentRow;
  }
}
