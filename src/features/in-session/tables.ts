import type { CalendarDate, Instant } from '../../lib/time';
import type { ActionItemStatus } from './action-item';
import type { AttendanceStatus } from './attendance';
import type { ExceptionStatus } from './exception';
import type { MotionStatus, VoteChoice } from './motion';
import type { MovementKind } from './quorum';

export interface AttendanceRow {
  id: string;
  meeting_id: string;
  membership_id: string;
  status: AttendanceStatus;
  reason: string;
  recorded_at: Instant;
  version: number;
}

export interface MovementRow {
  id: string;
  meeting_id: string;
  membership_id: string;
  kind: MovementKind;
  at: Instant;
}

export interface MotionRow {
  id: string;
  meeting_id: string;
  item_id: string;
  number: number;
  text: string;
  mover_id: string;
  seconder_id: string | null;
  status: MotionStatus;
  moved_at: Instant;
  decided_at: Instant | null;
  also_items: string;
  version: number;
}

export interface MotionWordingRow {
  motion_id: string;
  number: number;
  text: string;
  replaced_at: Instant;
}

export interface ConsentRemovalRow {
  item_id: string;
  meeting_id: string;
  membership_id: string;
  at: Instant;
}

export interface VoteRow {
  motion_id: string;
  membership_id: string;
  choice: VoteChoice;
  reason: string;
}

export interface ExceptionRow {
  id: string;
  meeting_id: string;
  title: string;
  why: string;
  status: ExceptionStatus;
  regimes: string;
  item_id: string | null;
  proposed_at: Instant;
  decided_at: Instant | null;
  version: number;
}

export interface ExceptionVoteRow {
  exception_id: string;
  membership_id: string;
  choice: VoteChoice;
  reason: string;
}

export interface ActionItemRow {
  id: string;
  meeting_id: string;
  item_id: string | null;
  text: string;
  owner_id: string | null;
  due_on: CalendarDate | null;
  status: ActionItemStatus;
  made_at: Instant;
  version: number;
}

export interface CheckInRow {
  meeting_id: string;
  membership_id: string;
  at: Instant;
}

export interface CurrentItemRow {
  meeting_id: string;
  item_id: string;
  since: Instant;
  version: number;
}

export interface MeetingNoteRow {
  item_id: string;
  text: string;
  saved_at: Instant;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    attendance: AttendanceRow;
    movements: MovementRow;
    motions: MotionRow;
    votes: VoteRow;
    motion_wordings: MotionWordingRow;
    agenda_exceptions: ExceptionRow;
    agenda_exception_votes: ExceptionVoteRow;
    action_items: ActionItemRow;
    meeting_notes: MeetingNoteRow;
    current_items: CurrentItemRow;
    check_ins: CheckInRow;
    consent_removals: ConsentRemovalRow;
  }
}
