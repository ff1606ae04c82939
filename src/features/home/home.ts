import type { LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency, CycleStatus } from '../cycles';
import type { MeetingKind } from '../meetings';

/** A cycle that takes applications now. */
export interface OpenCall {
  readonly code: string;
  readonly name: LocalText;
  readonly status: CycleStatus;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly seats: number;
}

export interface UpcomingMeeting {
  readonly id: string;
  readonly collaborativeId: string;
  /** Of a joint meeting: the other bodies. */
  readonly withBodies: readonly string[];
  readonly kind: MeetingKind;
  readonly title: LocalText;
  readonly startsAt: Instant;
  readonly place: string;
  readonly hasAgenda: boolean;
}

/** Advice as it stands in a list. */
export interface NoteLine {
  readonly id: string;
  readonly reference: string;
  readonly collaborativeId: string;
  readonly title: LocalText;
  readonly deliveredAt: Instant;
  readonly answeredAt: Instant | null;
}

/** Advice is public once it has been delivered. */
export const publicNoteStatuses = ['delivered', 'acknowledged', 'answered', 'closed'] as const;

/** Seats of one collaborative that a cycle offers now. */
export interface OpenSeats {
  readonly cycleCode: string;
  readonly closesAt: Instant;
  readonly constituency: Constituency;
  readonly count: number;
}

/** The newest minutes that anyone may read. */
export interface LastMinutes {
  readonly meetingId: string;
  readonly title: LocalText;
  readonly heldOn: CalendarDate;
  readonly isDraft: boolean;
}
