import type { Instant } from '../../lib/time';
import type { TopicStatus } from './topic';

export interface TopicRow {
  id: string;
  collaborative_id: string;
  proposed_by: string;
  proposed_at: Instant;
  locale: string;
  title: string;
  why: string;
  minutes: number;
  status: TopicStatus;
  item_id: string | null;
  meeting_id: string | null;
  answer: string;
  decided_at: Instant | null;
  decided_by: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    topics: TopicRow;
  }
}
