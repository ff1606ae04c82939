import type { OfficeName } from '../../lib/actor';
import type { CalendarDate, Instant } from '../../lib/time';
import type { EndReason, MembershipStatus } from './membership';
import type { ElectionMethod } from './office';
import type { Constituency } from './seat';

export interface SeatRow {
  id: string;
  collaborative_id: string;
  code: string;
  constituency: Constituency;
  is_voting: boolean | number;
  takes_applications: boolean | number;
  term_years: number;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  /** JSON of LocalText. */
  requirements: string;
  seeds_on: CalendarDate | null;
  first_term_years: number | null;
  term_limit: number | null;
  version: number;
}

export interface MembershipRow {
  id: string;
  seat_id: string;
  person_id: string;
  candidacy_id: string | null;
  status: MembershipStatus;
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
  is_stub: boolean | number;
  started_on: CalendarDate | null;
  ended_on: CalendarDate | null;
  end_reason: EndReason | null;
  accepted_on: CalendarDate | null;
  follows_id: string | null;
  leaving_words: string;
  version: number;
}

export interface MembershipLeaveRow {
  id: string;
  membership_id: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  reason: string;
  recorded_by: string | null;
  recorded_at: Instant | null;
}

/** What an ending still to come cut short. */
export interface EndingCutRow {
  id: string;
  membership_id: string;
  kind: 'office' | 'leave';
  /** JSON of the row as it was. */
  was: string;
}

export interface OfficeRow {
  id: string;
  collaborative_id: string;
  membership_id: string;
  office: OfficeName;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
}

export interface ElectionRow {
  office_id: string;
  method: ElectionMethod;
  held_on: CalendarDate;
  votes: string;
  recorded_by: string | null;
  recorded_at: Instant;
}

declare module 'knex/types/tables' {
  interface Tables {
    seats: SeatRow;
    memberships: MembershipRow;
    membership_leaves: MembershipLeaveRow;
    ending_cuts: EndingCutRow;
    offices: OfficeRow;
    elections: ElectionRow;
  }
}
