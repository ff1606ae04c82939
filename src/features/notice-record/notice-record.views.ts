import { formatDay, formatMoment, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { csvText } from '../../lib/text';
import { dateOf } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { meetingPaths, meetingTitle } from '../meetings';
import { sumOf, type NoticeLine, type NoticeVerdict } from './notice-record';
import { noticeRecordPaths } from './notice-record.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Row {
  readonly day: string;
  readonly title: string;
  readonly lang: string;
  readonly href: string;
  readonly kind: string;
  readonly posted: Link | null;
  readonly hours: string;
  readonly tag: { readonly text: string; readonly tone: 'success' | 'danger' | 'neutral' | 'info' };
  readonly reason: string;
  /** Later versions and late papers, where there are any. */
  readonly more: string;
}

interface NoticeRecordView {
  readonly title: string;
  readonly description: string;
  readonly district: string;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Link[];
  readonly sum: string;
  readonly rows: readonly Row[];
  readonly before: Link;
  readonly after: Link;
  readonly csv: string;
}

declare module '../../web/render' {
  interface Views {
    'notice-record/show': NoticeRecordView;
  }
}

export interface NoticeRecord {
  readonly collaborative: Collaborative;
  readonly year: number;
  readonly lines: readonly NoticeLine[];
  readonly baseUrl: string;
}

/** The year's meetings with when each agenda stood, and how many in time. */
export function noticeRecordView(t: Translate, { collaborative, year, lines }: NoticeRecord): NoticeRecordView {
  const { slug, name } = collaborative;
  const of = (wanted: number): Link => ({ text: String(wanted), href: withQuery(noticeRecordPaths.show({ c: slug }), { year: wanted }) });
  return {
    title: t('noticeRecord.title', { year: String(year), name: inLocale(name, t.locale) }),
    description: t('noticeRecord.lede', { ...collaborative.settings.noticeHours }),
    district: slug,
    width: 'wide',
    breadcrumbs: [
      { text: inLocale(name, t.locale), href: `/${slug}` },
      { text: t('meetings.list.short'), href: meetingPaths.listFor({ c: slug }) },
    ],
    sum: sumText(t, lines),
    rows: lines.map((line) => rowOf(t, line)),
    before: of(year - 1),
    after: of(year + 1),
    csv: withQuery(noticeRecordPaths.csv({ c: slug }), { year }),
  };
}

function sumText(t: Translate, lines: readonly NoticeLine[]): string {
  const { due, inTime, late, none } = sumOf(lines);
  if (due === 0) return t('noticeRecord.nothingDue');
  return [
    t('noticeRecord.inTimeOf', { inTime, count: due }),
    ...(late > 0 ? [t('noticeRecord.lateCount', { count: late })] : []),
    ...(none > 0 ? [t('noticeRecord.noneCount', { count: none })] : []),
  ].join(' ');
}

const tones: Readonly<Record<NoticeVerdict, Row['tag']['tone']>> = {
  inTime: 'success',
  late: 'danger',
  none: 'danger',
  toCome: 'info',
  calledOff: 'neutral',
  noClock: 'neutral',
};

function rowOf(t: Translate, line: NoticeLine): Row {
  const { meeting, verdict, postedAt } = line;
  const { id } = meeting;
  return {
    day: formatDay(t.locale, meeting.startsAt),
    title: meetingTitle(meeting, t.locale),
    lang: localeOf(meeting.title, t.locale),
    href: meetingPaths.show({ id }),
    kind: t(`meetings.kind.${meeting.kind}`),
    posted: postedAt === null ? null : { text: formatMoment(t, postedAt), href: meetingPaths.notice({ id }) },
    hours: hoursText(t, line),
    tag: { text: t(`noticeRecord.verdict.${verdict}`), tone: tones[verdict] },
    reason: verdict === 'late' ? line.lateReason : '',
    more: moreText(t, line),
  };
}

function moreText(t: Translate, { versions, latePapers }: NoticeLine): string {
  return [
    ...(versions > 1 ? [t('noticeRecord.versions', { count: versions })] : []),
    ...(latePapers > 0 ? [t('noticeRecord.latePapers', { count: latePapers })] : []),
  ].join(' · ');
}

function hoursText(t: Translate, { hours, needed }: NoticeLine): string {
  if (hours === null) return '';
  const shown = formatNumber(t.locale, hours, 1);
  return needed === null ? shown : t('noticeRecord.hoursOf', { hours: shown, needed });
}

const columns = [
  'date',
  'title',
  'kind',
  'state',
  'notice',
  'postedAt',
  'hours',
  'needed',
  'reason',
  'versions',
  'latePapers',
  'proof',
] as const;
/** The same as a table; moments in UTC. */
export function noticeRecordCsv(t: Translate, { lines, baseUrl }: NoticeRecord): string {
  const rows = lines.map((line) => {
    const { meeting, verdict } = line;
    return [
      dateOf(meeting.startsAt),
      meetingTitle(meeting, t.locale),
      t(`meetings.kind.${meeting.kind}`),
      t(`meetings.status.${meeting.status}`),
      t(`noticeRecord.verdict.${verdict}`),
      line.postedAt ?? '',
      line.hours ?? '',
      line.needed ?? '',
      verdict === 'late' ? line.lateReason : '',
      line.versions,
      line.latePapers,
      baseUrl + meetingPaths.notice({ id: meeting.id }),
    ];
  });
  return csvText([columns.map((column) => t(`noticeRecord.columns.${column}`)), ...rows]);
}
