import { formatDay, formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { Page } from '../../lib/pagination';
import type { Instant } from '../../lib/time';
import { requestPaths } from '../agenda-requests';
import type { Collaborative } from '../collaboratives';
import { noDocuments, type Documents } from './document';
import { isJoint, meetingTitle, type Meeting, type MeetingStatus } from './meeting';
import { locationOf } from './meeting-calendar.views';
import { priorityPaths } from '../priorities';
import { meetingPaths } from './meeting.paths';
import { postBy } from './notice';
import type { Series } from './series';
import { ruleText } from './series-rule.views';

export interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

/** A meeting in a list: a date leaf, its title and what there is to read. */
export interface MeetingRowView {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly datetime: string;
  readonly when: string;
  readonly place: string;
  readonly kind: string;
  readonly tag: Tag;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface ListView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly description: string;
  readonly kicker: string;
  readonly current: string | null;
  readonly upcoming: readonly MeetingRowView[];
  readonly past: readonly MeetingRowView[];
  readonly next: string | null;
  readonly first: string | null;
  readonly feed: string;
  readonly byMail: string;
  readonly noticeRecord: string;
  readonly feedUrl: string;
}

interface StaffListView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly newHref: string;
  readonly seriesHref: string;
  /** What lacks Spanish on the agendas to come. */
  readonly translationsHref: string;
  /** For those who write the priorities. */
  readonly prioritiesHref: string | null;
  readonly series: readonly { readonly text: string; readonly href: string }[];
  readonly rows: readonly StaffRow[];
  readonly next: string | null;
  readonly first: string | null;
}

interface StaffRow {
  readonly when: string;
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly tag: Tag;
  readonly postBy: string;
  readonly desk: string;
  readonly deskLabel: string;
  readonly edit: string | null;
  readonly editLabel: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/list': ListView;
    'meetings/staff-list': StaffListView;
  }
}

const tones: Readonly<Record<MeetingStatus, Tag['tone']>> = {
  draft: 'neutral',
  scheduled: 'info',
  posted: 'success',
  in_session: 'warning',
  adjourned: 'neutral',
  cancelled: 'danger',
  postponed: 'warning',
};

export const statusTag = (t: Translate, status: MeetingStatus): Tag => ({ text: t(`meetings.status.${status}`), tone: tones[status] });

export function meetingRow(t: Translate, meeting: Meeting, documents: Documents): MeetingRowView {
  const { id, startsAt, endsAt } = meeting;
  const links = [
    ...(documents.isPosted ? [{ text: t('meetings.list.agenda'), href: meetingPaths.agenda({ id }) }] : []),
    ...(documents.minutes === 'circulated' || documents.minutes === 'approved'
      ? [{ text: t('meetings.list.minutes'), href: meetingPaths.minutes({ id }) }]
      : []),
  ];
  return {
    href: meetingPaths.show({ id }),
    title: meetingTitle(meeting, t.locale),
    lang: localeOf(meeting.title, t.locale),
    month: formatDay(t.locale, startsAt, 'shortMonth'),
    day: formatDay(t.locale, startsAt, 'day'),
    weekday: formatDay(t.locale, startsAt, 'shortWeekday'),
    datetime: startsAt,
    when: `${formatDay(t.locale, startsAt)}, ${t('meetings.show.until', { start: formatTime(t.locale, startsAt), end: formatTime(t.locale, endsAt) })}`,
    place: locationOf({ ...meeting, address: '' }),
    kind: kindText(t, meeting),
    tag: statusTag(t, meeting.status),
    links,
  };
}

/** Its kind, and that it is a joint meeting. */
export const kindText = (t: Translate, meeting: Pick<Meeting, 'kind' | 'withBodies'>): string => {
  const kind = t(`meetings.kind.${meeting.kind}`);
  return isJoint(meeting) ? t('scheduling.joint.kind', { kind }) : kind;
};

interface ListParts {
  readonly collaborative: Collaborative;
  readonly upcoming: readonly Meeting[];
  readonly past: Page<Meeting>;
  readonly documents: ReadonlyMap<string, Documents>;
  readonly isFirstPage: boolean;
  readonly baseUrl: string;
}

/** The public list of a collaborative's meetings. */
export function meetingListView(t: Translate, parts: ListParts): ListView {
  const { collaborative, upcoming, past, documents, isFirstPage, baseUrl } = parts;
  const { slug } = collaborative;
  const row = (meeting: Meeting) => meetingRow(t, meeting, documents.get(meeting.id) ?? noDocuments);
  const here = meetingPaths.listFor({ c: slug });
  const feed = meetingPaths.calendarFor({ c: slug });
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('meetings.list.title', { name }),
    district: slug,
    width: 'wide',
    breadcrumbs: [{ text: name, href: `/${slug}` }],
    description: t('meetings.list.lede'),
    kicker: inLocale(collaborative.area, t.locale),
    current: upcoming.some((meeting) => meeting.status === 'posted' || meeting.status === 'in_session') ? `/${slug}/agenda/current` : null,
    upcoming: isFirstPage ? upcoming.map(row) : [],
    past: past.rows.map(row),
    next: past.next === null ? null : withQuery(here, { after: past.next }),
    first: isFirstPage ? null : here,
    feed,
    byMail: requestPaths.ask({ c: slug }),
    noticeRecord: meetingPaths.noticeRecord({ c: slug }),
    feedUrl: baseUrl + feed,
  };
}

interface StaffListParts {
  readonly collaborative: Collaborative;
  readonly page: Page<Meeting>;
  /** Those that have not ended. */
  readonly series: readonly Series[];
  readonly isFirstPage: boolean;
  readonly mayPrioritize: boolean;
}

/** The staff list, newest first, drafts with it. */
export function staffListView(t: Translate, { collaborative, page, series, isFirstPage, mayPrioritize }: StaffListParts): StaffListView {
  const { slug } = collaborative;
  const here = meetingPaths.staffList({ slug });
  return {
    title: t('meetings.staff.title', { area: inLocale(collaborative.area, t.locale) }),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    newHref: meetingPaths.staffNew({ slug }),
    seriesHref: meetingPaths.seriesNew({ slug }),
    prioritiesHref: mayPrioritize ? priorityPaths.desk({ slug }) : null,
    translationsHref: meetingPaths.translations({ slug }),
    series: series.map(({ id, rule }) => ({ text: ruleText(t, rule), href: meetingPaths.series({ slug, id }) })),
    rows: page.rows.map((meeting) => staffRow(t, meeting, collaborative)),
    next: page.next === null ? null : withQuery(here, { after: page.next }),
    first: isFirstPage ? null : here,
  };
}

/** A joint meeting is planned and run by its host: the others' staff get its page only. */
function staffRow(t: Translate, meeting: Meeting, { id: bodyId, settings }: Collaborative): StaffRow {
  const { id } = meeting;
  const isHost = meeting.collaborativeId === bodyId;
  const isOpen = ['draft', 'scheduled', 'posted'].includes(meeting.status);
  const when = formatMoment(t, meeting.startsAt);
  const labelled = (words: string) => t('meetings.staff.linkOf', { words, title: meetingTitle(meeting, t.locale), moment: when });
  return {
    when,
    title: meetingTitle(meeting, t.locale),
    href: meetingPaths.show({ id }),
    kind: kindText(t, meeting),
    tag: statusTag(t, meeting.status),
    postBy: isOpen ? deadlineText(t, postBy(meeting, settings.noticeHours)) : '',
    desk: isHost ? meetingPaths.desk({ id }) : meetingPaths.agenda({ id }),
    deskLabel: labelled(t('meetings.staff.agenda')),
    edit: isOpen && isHost ? meetingPaths.schedule({ id }) : null,
    editLabel: labelled(t('meetings.staff.edit')),
  };
}

const deadlineText = (t: Translate, deadline: Instant | null): string =>
  deadline === null ? t('meetings.staff.noClock') : formatMoment(t, deadline);
