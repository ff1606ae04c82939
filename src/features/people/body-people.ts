import type { OfficeName, RoleName } from '../../lib/actor';
import type { CalendarDate, Instant } from '../../lib/time';

/** A person as the staff of one collaborative know them: what they hold or held there, and nothing of anywhere else. */
export interface BodyPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly isClosed: boolean;
  readonly seats: readonly BodySeat[];
  readonly roles: readonly BodyRole[];
}

export interface BodySeat {
  readonly membershipId: string;
  readonly code: string;
  /** How they stand today, by the dates and not by the worker's last round. */
  readonly standing: 'pending' | 'active' | 'on_leave' | 'holdover' | 'ended';
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  /** The last day, where one is set. */
  readonly endedOn: CalendarDate | null;
  /** Offices held today. */
  readonly offices: readonly OfficeName[];
}

export interface BodyRole {
  readonly role: RoleName;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  /** Stands in for the approver. */
  readonly isDeputy: boolean;
}

/** Which of the people of a collaborative a list shows. */
export const bodyGroups = ['all', 'sitting', 'coming', 'past', 'roles'] as const;
export type BodyGroup = (typeof bodyGroups)[number];

export const toBodyGroup = (value: unknown): BodyGroup => bodyGroups.find((group) => group === value) ?? 'all';

/** A mail or letter that concerned the collaborative. */
export interface BodyMessage {
  readonly id: string;
  readonly isPaper: boolean;
  readonly subject: string;
  readonly status: string;
  readonly at: Instant;
}

/**
 * What a mail is about where its collaborative's staff may read it as the reader's. Not among them: sign-in (of no
 * collaborative), what members write to one another, access needs, and who follows what.
 */
export const staffReadAbout = [
  'membership',
  'onboarding_plan',
  'candidacy',
  'offer',
  'procedure_review',
  'application',
  'cycle',
  'slate',
  'deputy',
  'meeting',
  'meetingSeries',
  'topic',
  'note',
] as const;

/** About a meeting, yet nobody's to read: who comments or speaks there need not be known by name. */
export const neverStaffRead = ['comment.%', 'speaker.%'] as const;

/** A mail as paragraphs without its links: who holds one could use it. */
export const withoutLinks = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/https?:\/\/\S+/g, '').trim())
    .filter((paragraph) => paragraph !== '');

export type BodyMessageState = 'sent' | 'waits' | 'failed' | 'over';

/** What became of a mail or letter, in the four words that staff need. */
export function stateOfMessage(status: string): BodyMessageState {
  if (['sent', 'posted', 'told'].includes(status)) return 'sent';
  if (['failed', 'held', 'suppressed'].includes(status)) return 'failed';
  return ['expired', 'cancelled', 'dropped'].includes(status) ? 'over' : 'waits';
}
