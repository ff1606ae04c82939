import { Conflict } from '../../lib/errors';
import { inLocale, type LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import type { CalendarDate, Instant } from '../../lib/time';

export const meetingKinds = ['regular', 'special', 'emergency', 'orientation', 'community'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export type MeetingStatus = 'draft' | 'scheduled' | 'posted' | 'in_session' | 'adjourned' | 'cancelled' | 'postponed';
export type MeetingEvent = 'schedule' | 'post' | 'move' | 'begin' | 'adjourn' | 'cancel' | 'postpone';

/** A meeting of one collaborative, or of several that meet jointly: when, where, and how to take part. */
export interface Meeting {
  readonly id: string;
  /** The body that meets; of a joint meeting the host, whose officers and staff run it. */
  readonly collaborativeId: string;
  /** The other bodies of a joint meeting, settled when it is scheduled; empty for most. */
  readonly withBodies: readonly string[];
  readonly kind: MeetingKind;
  /** Why an emergency meeting was called; empty for the other kinds. */
  readonly kindReason: string;
  readonly status: MeetingStatus;
  readonly title: LocalText;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
  readonly address: string;
  readonly room: string;
  readonly remoteUrl: string;
  readonly remotePhone: string;
  readonly interpretation: string;
  readonly accessContact: string;
  readonly accessAskBy: CalendarDate | null;
  /** Where papers can be seen at an office (54957.5). */
  readonly papersAddress: string;
  readonly cancelReason: string | null;
  readonly postponedTo: string | null;
  /** The series it was made by; null for a meeting on its own. */
  readonly seriesId: string | null;
  /** The day the rule of its series names, which stays when the meeting is moved. */
  readonly seriesOn: CalendarDate | null;
  readonly inSessionAt: Instant | null;
  readonly adjournedAt: Instant | null;
  /** Rises when time, place or status changes, for calendars (RFC 5545). */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly version: number;
}

/** A posting says when the meeting is: moved, or made another kind, the meeting must be posted again. */
export const meetingMachine = defineMachine<MeetingStatus, MeetingEvent>({
  draft: { schedule: 'scheduled' },
  scheduled: { post: 'posted', begin: 'in_session', cancel: 'cancelled', postpone: 'postponed' },
  posted: { post: 'posted', move: 'scheduled', begin: 'in_session', cancel: 'cancelled', postpone: 'postponed' },
  in_session: { adjourn: 'adjourned' },
  adjourned: {},
  cancelled: {},
  postponed: {},
});

/** Only these kinds decide anything; the others inform and hear. */
export const kindTakesAction = (kind: MeetingKind): boolean => kind === 'regular' || kind === 'special' || kind === 'emergency';

/** Whether the public may know of it. */
export const isPublic = (meeting: Pick<Meeting, 'status'>): boolean => meeting.status !== 'draft';

/** Whether people register for it: community sessions alone. */
export const takesGuests = (meeting: Pick<Meeting, 'kind' | 'status'>): boolean => meeting.kind === 'community' && isPublic(meeting);

/** Whether it is still to come or under way. */
export const isLive = (meeting: Pick<Meeting, 'status'>): boolean => ['scheduled', 'posted', 'in_session'].includes(meeting.status);

/** The bodies that meet, the host first. */
export const bodiesOf = (meeting: Pick<Meeting, 'collaborativeId' | 'withBodies'>): readonly string[] => [
  meeting.collaborativeId,
  ...meeting.withBodies,
];

export const isJoint = (meeting: Pick<Meeting, 'withBodies'>): boolean => meeting.withBodies.length > 0;

export const meetingTitle = (meeting: Pick<Meeting, 'title'>, locale: string): string => inLocale(meeting.title, locale);

/** Calls the meeting to order. One that decides anything must have been posted (54954.2(a)). */
export function begin(meeting: Meeting, at: Instant): Meeting {
  if (meeting.status === 'scheduled' && kindTakesAction(meeting.kind)) throw new Conflict('meetings.errors.notPosted');
  return { ...meeting, status: meetingMachine.next(meeting.status, 'begin'), inSessionAt: at };
}

export const adjourn = (meeting: Meeting, at: Instant): Meeting => ({
  ...meeting,
  status: meetingMachine.next(meeting.status, 'adjourn'),
  adjournedAt: at,
});

/** Marks the agenda as posted; posting a new version leaves it posted. */
export const markPosted = (meeting: Meeting, at: Instant): Meeting => ({
  ...meeting,
  status: meetingMachine.next(meeting.status, 'post'),
  changedAt: at,
});

/** Calls the meeting off, for a reason that everyone may read. */
export const cancel = (meeting: Meeting, reason: string, at: Instant): Meeting => ({
  ...meeting,
  status: meetingMachine.next(meeting.status, 'cancel'),
  cancelReason: reason,
  sequence: meeting.sequence + 1,
  changedAt: at,
});

/** Refuses what is under way, over or called off, and what already has its new day. */
export function mayPostpone({ status, postponedTo }: Pick<Meeting, 'status' | 'postponedTo'>): void {
  if (status === 'postponed' ? postponedTo !== null : !meetingMachine.can(status, 'postpone')) throw new Conflict('errors.conflict.notNow');
}

/** Puts the meeting off, for a reason that everyone may read: to another meeting, or (null) to a day still to be named. */
export const postpone = (meeting: Meeting, { reason, to }: { reason: string; to: string | null }, at: Instant): Meeting => ({
  ...meeting,
  status: meetingMachine.next(meeting.status, 'postpone'),
  cancelReason: reason,
  postponedTo: to,
  sequence: meeting.sequence + 1,
  changedAt: at,
});

/** Names the meeting that takes the place of one put off to a day still to be named. */
export function nameDay(meeting: Meeting, to: string, at: Instant): Meeting {
  mayPostpone(meeting);
  return { ...meeting, postponedTo: to, changedAt: at };
}

/** What staff may change of a meeting. */
export type MeetingPlan = Omit<
  Meeting,
  | 'id'
  | 'collaborativeId'
  | 'withBodies'
  | 'status'
  | 'cancelReason'
  | 'postponedTo'
  | 'seriesId'
  | 'seriesOn'
  | 'inSessionAt'
  | 'adjournedAt'
  | 'sequence'
  | 'changedAt'
  | 'version'
>;

/** What people's calendars show of a meeting. */
export const calendarFields = ['startsAt', 'endsAt', 'place', 'address', 'room', 'remoteUrl', 'remotePhone'] as const;

/** The fields whose change people's calendars must follow. */
export const calendarChanges = (
  before: Pick<MeetingPlan, (typeof calendarFields)[number]>,
  after: Pick<MeetingPlan, (typeof calendarFields)[number]>,
): readonly (typeof calendarFields)[number][] => calendarFields.filter((field) => before[field] !== after[field]);

/** The meeting with a new plan: a changed time or place raises the sequence, a moved posted meeting must be posted again. */
export function replan(meeting: Meeting, plan: MeetingPlan, at: Instant): Meeting {
  if (meeting.status !== 'draft' && !['scheduled', 'posted'].includes(meeting.status)) throw new Conflict('errors.conflict.notNow');
  const isMoved = meeting.startsAt !== plan.startsAt || meeting.kind !== plan.kind;
  const isChanged = meeting.status !== 'draft' && calendarChanges(meeting, plan).length > 0;
  return {
    ...meeting,
    ...plan,
    status: isMoved && meeting.status === 'posted' ? meetingMachine.next('posted', 'move') : meeting.status,
    sequence: isChanged ? meeting.sequence + 1 : meeting.sequence,
    changedAt: at,
  };
}
