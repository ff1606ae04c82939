import type { OfficeName } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency } from '../membership';

/** What one person's page shows, as read from every feature. */
export interface Mine {
  readonly offers: readonly { readonly reference: string; readonly collaborative: LocalText; readonly answerBy: Instant }[];
  readonly applications: readonly MyApplication[];
  readonly seats: readonly MySeat[];
  readonly steps: readonly MyStep[];
  readonly reviews: readonly { readonly cycle: LocalText; readonly reviewBy: CalendarDate; readonly count: number }[];
  readonly meetings: readonly MyMeeting[];
  readonly slates: readonly { readonly code: string; readonly slug: string; readonly collaborative: LocalText }[];
  readonly actions: readonly { readonly text: string; readonly dueOn: CalendarDate | null; readonly meetingId: string }[];
  readonly notes: readonly MyNote[];
}

export interface MyApplication {
  readonly reference: string;
  readonly status: 'draft' | 'submitted' | 'withdrawn' | 'discarded';
  readonly cycle: LocalText;
  readonly submittedAt: Instant | null;
  readonly candidacies: readonly { readonly collaborative: LocalText; readonly status: CandidacyStatus }[];
}

export type CandidacyStatus =
  'in_review' | 'offered' | 'alternate' | 'not_selected' | 'accepted' | 'declined' | 'lapsed' | 'expired' | 'withdrawn';

export interface MySeat {
  readonly collaborativeId: string;
  readonly collaborative: LocalText;
  readonly slug: string;
  readonly seatCode: string;
  readonly constituency: Constituency;
  readonly status: 'pending' | 'active' | 'on_leave' | 'holdover';
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

export interface MyStep {
  readonly title: LocalText;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly dueOn: CalendarDate | null;
}

export interface MyMeeting {
  readonly id: string;
  readonly collaborativeId: string;
  readonly withBodies: readonly string[];
  readonly slug: string;
  readonly title: LocalText;
  readonly status: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
  readonly answer: 'coming' | 'remote' | 'not_coming' | null;
}

export interface MyNote {
  readonly id: string;
  readonly title: LocalText;
  readonly step: 'acknowledge' | 'note' | 'sign';
  readonly due: CalendarDate | null;
}

/** Which desks an officer needs for a meeting: the agenda before, the session around its time, the minutes after. */
export function desksFor(meeting: Pick<MyMeeting, 'status'>, offices: readonly OfficeName[]): ('desk' | 'session' | 'minutes')[] {
  if (offices.length === 0) return [];
  if (meeting.status === 'adjourned') return ['minutes'];
  if (meeting.status === 'in_session') return ['session'];
  return meeting.status === 'posted' ? ['desk', 'session'] : ['desk'];
}
