import { formatDay, formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale, localeOf } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { dataBlock } from '../../web/data-block';
import type { FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { listedDocuments, type Documents } from './document';
import { isJoint, isLive, meetingTitle, takesGuests, type Meeting } from './meeting';
import { locationOf, webCalendars, type CalendarOrigin } from './meeting-calendar.views';
import { eventData } from './meeting-event.views';
import { kindText, statusTag, type Tag } from './meeting-list.views';
import { factsOf, jointFact, type Fact } from './meeting-facts.views';
import { workLinks } from './meeting-work.views';
import { calendarFile, eventFile, meetingPaths } from './meeting.paths';
import { postBy } from './notice';
import type { Recording } from './recording';
import { recordingViews, type RecordingView } from './recording.views';
import type { RemoteUses } from './just-cause';
import type { Rsvp } from './rsvp';
import { answersOf, rsvpOf, type AnswersView, type RsvpView } from './rsvp.views';
import type { NamedRsvp } from './rsvp.queries';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface ShowView {
  readonly title: string;
  readonly titleLang: string;
  readonly district: string;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Link[];
  readonly description: string;
  readonly unlisted: boolean;
  readonly kicker: string;
  readonly lede: string;
  readonly datetime: string;
  readonly tag: Tag;
  readonly state: {
    readonly tone: 'info' | 'neutral' | 'success' | 'warning' | 'danger';
    readonly text: string;
    readonly follow: Link | null;
  };
  readonly facts: readonly Fact[];
  readonly documents: readonly Link[];
  /** Empty: no section for them. */
  readonly recordings: readonly RecordingView[];
  readonly calendars: readonly Link[];
  /** The form for who needs something in order to come, while one may ask. */
  readonly access: Link | null;
  /** The form to register, of a community session to come. */
  readonly registration: Link | null;
  readonly work: readonly Link[];
  readonly rsvp: RsvpView | null;
  readonly answers: AnswersView | null;
  /** For machines; null for a draft. */
  readonly data: string | null;
}

declare module '../../web/render' {
  interface Views {
    'meetings/show': ShowView;
  }
}

/** How many voting members come by the answers so far, and how many are needed. */
export interface Expected {
  readonly voters: number;
  readonly needed: number;
  readonly coming: number;
  readonly declined: number;
  readonly unanswered: number;
}

export interface ShowParts {
  readonly t: Translate;
  readonly actor: Actor;
  readonly now: Instant;
  readonly meeting: Meeting;
  /** Of a joint meeting: all bodies as one. */
  readonly collaborative: Collaborative;
  readonly documents: Documents;
  readonly recordings: readonly Recording[];
  readonly own: Rsvp | undefined;
  /** Null where taking part from afar is not counted. */
  readonly remote: RemoteUses | null;
  /** The meeting that takes the place of one put off. */
  readonly next: Meeting | null;
  /** Null for those who may not see the others' answers. */
  readonly answers: readonly NamedRsvp[] | null;
  /** Null for those who may not see it, and once the meeting has begun. */
  readonly expected: Expected | null;
  readonly origin: CalendarOrigin;
  readonly form?: FormState;
}

/** The one page of a meeting, from planned to approved minutes. */
export function showMeetingView(parts: ShowParts): ShowView {
  const { t, meeting, collaborative } = parts;
  const { startsAt, endsAt } = meeting;
  const times = { start: formatTime(t.locale, startsAt), end: formatTime(t.locale, endsAt) };
  const lede = `${formatDay(t.locale, startsAt, 'weekdayDate')}, ${t('meetings.show.until', times)}`;
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: meetingTitle(meeting, t.locale),
    titleLang: localeOf(meeting.title, t.locale),
    district: collaborative.slug,
    width: 'wide',
    breadcrumbs: [
      { text: name, href: `/${collaborative.slug}` },
      { text: t('meetings.list.short'), href: meetingPaths.listFor({ c: collaborative.slug }) },
    ],
    description: `${lede}. ${locationOf(meeting)}`,
    unlisted: meeting.status === 'draft',
    kicker: t('meetings.show.kicker', { area: inLocale(collaborative.area, t.locale), kind: kindText(t, meeting) }),
    lede: t('common.moment', { date: formatDay(t.locale, startsAt, 'weekdayDate'), time: t('meetings.show.until', times) }),
    datetime: startsAt,
    tag: statusTag(t, meeting.status),
    state: stateOf(parts),
    facts: [...(isJoint(meeting) ? [jointFact(t, collaborative)] : []), ...factsOf(t, meeting)],
    documents: documentsOf(parts),
    recordings: recordingViews(t, parts.recordings),
    calendars: isLive(meeting) ? calendarsOf(parts) : [],
    ...guestLinks(parts),
    work: workLinks(parts),
    rsvp: rsvpOf(parts),
    answers: answersOf(parts),
    data:
      meeting.status === 'draft' ? null : dataBlock(eventData({ meeting, collaborative, baseUrl: parts.origin.baseUrl, locale: t.locale })),
  };
}

type State = ShowView['state'];

const stateTones: Readonly<Record<Meeting['status'], State['tone']>> = {
  draft: 'neutral',
  scheduled: 'info',
  posted: 'success',
  in_session: 'success',
  adjourned: 'neutral',
  cancelled: 'danger',
  postponed: 'warning',
};

const stateOf = (parts: ShowParts): State => ({ tone: stateTones[parts.meeting.status], text: stateText(parts), follow: nextOf(parts) });

const nextOf = ({ t, next }: ShowParts): Link | null =>
  next === null
    ? null
    : { text: t('scheduling.postpone.newDay', { moment: formatMoment(t, next.startsAt) }), href: meetingPaths.show({ id: next.id }) };

function stateText({ t, meeting, documents, collaborative }: ShowParts): string {
  switch (meeting.status) {
    case 'scheduled':
      return scheduledText(t, postBy(meeting, collaborative.settings.noticeHours));
    case 'in_session':
      return t('meetings.state.in_session', { time: formatTime(t.locale, meeting.inSessionAt ?? meeting.startsAt) });
    case 'adjourned':
      return adjournedText(t, meeting, documents);
    case 'cancelled':
      return cancelledText(t, meeting);
    case 'postponed':
      return postponedText(t, meeting);
    default:
      return t(`meetings.state.${meeting.status}`);
  }
}

const cancelledText = (t: Translate, { cancelReason }: Meeting): string =>
  t('meetings.state.cancelledBecause', { reason: cancelReason ?? '' });

const postponedText = (t: Translate, { postponedTo, cancelReason }: Meeting): string =>
  t(postponedTo === null ? 'scheduling.postpone.toBeNamed' : 'scheduling.postpone.toAnother', { reason: cancelReason ?? '' });

const scheduledText = (t: Translate, deadline: Instant | null): string =>
  deadline === null ? t('meetings.state.scheduled') : t('meetings.state.scheduledBy', { moment: formatMoment(t, deadline) });

function adjournedText(t: Translate, meeting: Meeting, { minutes }: Documents): string {
  if (minutes === 'approved') return t('meetings.state.approved');
  return t(`meetings.state.${minutes ?? 'adjourned'}`, { time: formatTime(t.locale, meeting.adjournedAt ?? meeting.endsAt) });
}

/** What anyone may do before a meeting begins: ask for help to take part, and register for a community session. */
function guestLinks({ t, now, meeting }: ShowParts): Pick<ShowView, 'access' | 'registration'> {
  const { id } = meeting;
  if (!isLive(meeting) || now >= meeting.startsAt) return { access: null, registration: null };
  return {
    access: { text: t('meetings.show.askAccess'), href: meetingPaths.access({ id }) },
    registration: takesGuests(meeting) ? { text: t('guests.register.link'), href: meetingPaths.registration({ id }) } : null,
  };
}

function documentsOf({ t, meeting, documents, collaborative }: ShowParts): Link[] {
  const { id } = meeting;
  const listed = listedDocuments(documents, collaborative.settings);
  return [
    ...(listed.agenda
      ? [
          { text: t('meetings.show.agenda'), href: meetingPaths.agenda({ id }) },
          { text: t('meetings.show.notice'), href: meetingPaths.notice({ id }) },
          { text: t('meetings.show.packet'), href: meetingPaths.packet({ id }) },
          { text: t('meetings.show.data'), href: eventFile.of(id) },
        ]
      : []),
    ...(listed.minutes ? [{ text: t('meetings.show.minutes'), href: meetingPaths.minutes({ id }) }] : []),
  ];
}

function calendarsOf({ t, meeting, origin }: ShowParts): Link[] {
  const { google, outlook } = webCalendars(meeting, t, origin);
  return [
    { text: t('meetings.show.ics'), href: calendarFile.of(meeting.id) },
    { text: t('meetings.show.google'), href: google },
    { text: t('meetings.show.outlook'), href: outlook },
  ];
}
