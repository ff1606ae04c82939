import type { MailProblem } from '../lib/mail-problem';
import type { Instant } from '../lib/time';
import type { Stream, WhenUnknown } from './email';

export type OutboxStatus = 'queued' | 'claimed' | 'handed' | 'sent' | 'failed' | 'held' | 'expired' | 'cancelled' | 'suppressed';

export type Problem = MailProblem;

export interface OutboxRow {
  readonly id: string;
  readonly dedupe_key: string;
  readonly kind: string;
  readonly stream: Stream;
  /** 0 now, 1 soon, 2 bulk. */
  readonly priority: number;
  readonly when_unknown: WhenUnknown;
  readonly person_id: string | null;
  readonly to_name: string;
  readonly to_address: string;
  readonly locale: string;
  readonly subject: string;
  readonly about_kind: string;
  readonly about_id: string;
  readonly collaborative_id: string | null;
  readonly status: OutboxStatus;
  readonly created_at: Instant;
  readonly due_at: Instant;
  readonly expires_at: Instant | null;
  readonly token: string | null;
  readonly lease_until: Instant | null;
  readonly tries: number;
  readonly first_tried_at: Instant | null;
  readonly resent: boolean | number;
  readonly problem: Problem | null;
  readonly reply: string | null;
  readonly finished_at: Instant | null;
}

export interface OutboxBodyRow {
  readonly outbox_id: string;
  /** The rendered parts, sealed: letters hold live links, and a stolen backup must not be a set of keys. */
  readonly body: string;
}

export interface SuppressionRow {
  readonly address: string;
  readonly reason: string;
  readonly outbox_id: string | null;
  readonly at: Instant;
}

export type PaperLetterStatus = 'waiting' | 'printed' | 'posted' | 'told' | 'dropped';

export interface PaperLetterRow {
  readonly id: string;
  readonly dedupe_key: string;
  readonly kind: string;
  /** Whose staff print it. */
  readonly collaborative_id: string;
  readonly person_id: string | null;
  readonly to_name: string;
  readonly locale: string;
  readonly subject: string;
  readonly about_kind: string;
  readonly about_id: string;
  /** JSON of the words, sealed as the bodies of mails are. */
  readonly body: string;
  readonly status: PaperLetterStatus;
  readonly created_at: Instant;
  readonly due_at: Instant;
  readonly expires_at: Instant | null;
  /** The print run it went out with last. */
  readonly batch_id: string | null;
  readonly prints: number;
  readonly printed_at: Instant | null;
  readonly printed_by: string | null;
  readonly finished_at: Instant | null;
  readonly finished_by: string | null;
  readonly version: number;
}

/** People nobody may write to any more. */
export interface MailStopRow {
  readonly person_id: string;
  readonly since: Instant;
}

export interface NoticeChoiceRow {
  readonly person_id: string;
  readonly kind: string;
  readonly choice: 'weekly' | 'never';
  readonly chosen_at: Instant;
}

export interface WorkerStateRow {
  readonly key: string;
  readonly value: string;
  readonly at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    outbox: OutboxRow;
    outbox_bodies: OutboxBodyRow;
    suppressions: SuppressionRow;
    mail_stops: MailStopRow;
    notice_choices: NoticeChoiceRow;
    paper_letters: PaperLetterRow;
    worker_state: WorkerStateRow;
  }
}
