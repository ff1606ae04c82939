import type { CalendarDate, Instant } from '../../lib/time';
import type { PanelKind } from './panel';
import type { Recommendation, RecusalGround, ReviewStatus } from './review';

export interface PanelMemberRow {
  id: string;
  cycle_id: string;
  collaborative_id: string;
  person_id: string;
  kind: PanelKind;
  acknowledged_at: Instant | null;
  /** The version of the guide that was acknowledged. */
  acknowledged_guide: string | null;
  /** JSON of language codes; [] when not said. */
  languages: string;
  most_files: number | null;
  note: string;
  left_on: CalendarDate | null;
}

export interface ReviewRow {
  id: string;
  candidacy_id: string;
  reviewer_id: string;
  status: ReviewStatus;
  recommendation: Recommendation | null;
  recusal_ground: RecusalGround | null;
  recusal_words: string | null;
  assigned_at: Instant;
  assigned_by: string | null;
  completed_at: Instant | null;
  rubric_id: string | null;
  minutes: number | null;
  version: number;
}

export interface ReviewScoreRow {
  review_id: string;
  criterion: string;
  score: number | null;
  comment: string;
}

export interface RedactionRow {
  id: string;
  application_id: string;
  question: string;
  words: string;
  hidden_by: string;
  hidden_at: Instant;
}

export interface PanelCommentRow {
  id: string;
  candidacy_id: string;
  author_id: string;
  text: string;
  written_at: Instant;
}

export interface AbsenceRow {
  id: string;
  person_id: string;
  from_on: CalendarDate;
  to_on: CalendarDate;
}

export interface StandingConflictRow {
  id: string;
  person_id: string;
  kind: 'person' | 'organization';
  name: string;
  declared_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    panel_members: PanelMemberRow;
    reviews: ReviewRow;
    review_scores: ReviewScoreRow;
    reviewer_absences: AbsenceRow;
    standing_conflicts: StandingConflictRow;
    redactions: RedactionRow;
    panel_comments: PanelCommentRow;
  }
}
