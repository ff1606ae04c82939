import { formatDay, formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { meetingTitle, type Meeting } from './meeting';
import { locationOf, publishedCalendar, type CalendarOrigin } from './meeting-calendar.views';
import { meetingPaths } from './meeting.paths';
import type { Series } from './series';

/** What was done with one date of a series. */
export type SeriesLine =
  | { readonly does: 'add' | 'cancel'; readonly meeting: Meeting }
  | { readonly does: 'change'; readonly meeting: Meeting; readonly before: Meeting };

export interface SeriesNews extends CalendarOrigin {
  readonly series: Series;
  readonly collaborative: Collaborative;
  readonly lines: readonly SeriesLine[];
  readonly translate: (locale: string) => Translate;
}

/** All dates of a new series in one mail, with one calendar file. */
export function seriesPlanned(news: SeriesNews, to: Recipient): Email {
  const t = news.translate(to.locale);
  const words = { name: inLocale(news.collaborative.name, t.locale), count: news.lines.length };
  return mail(news, to, 'meeting.series', {
    subject: t('scheduling.mail.planned.subject', words),
    preheader: rangeOf(t, news.lines),
    paragraphs: [t('scheduling.mail.planned.lead', words), whereOf(t, news.lines)],
    after: [t('scheduling.mail.planned.after')],
  });
}

/** What changed of a series, date by date, in one mail. */
export function seriesChanged(news: SeriesNews, to: Recipient): Email {
  const t = news.translate(to.locale);
  const words = { name: inLocale(news.collaborative.name, t.locale), count: news.lines.length };
  return mail(news, to, 'meeting.series', {
    subject: t('scheduling.mail.changed.subject', words),
    preheader: rangeOf(t, news.lines),
    paragraphs: [t('scheduling.mail.changed.lead', words), whereOf(t, news.lines)],
    after: [t('scheduling.mail.changed.after')],
  });
}

function rangeOf(t: Translate, lines: readonly SeriesLine[]): string {
  const starts = lines.map(({ meeting }) => meeting.startsAt).sort();
  return t('scheduling.mail.range', { from: formatDay(t.locale, starts[0] ?? ''), to: formatDay(t.locale, starts.at(-1) ?? '') });
}

const whereOf = (t: Translate, lines: readonly SeriesLine[]): string =>
  t('scheduling.mail.where', {
    places: [...new Set(lines.filter(({ does }) => does !== 'cancel').map(({ meeting }) => locationOf(meeting)))].join('; '),
  });

function factOf(t: Translate, line: SeriesLine): Letter['facts'][number] {
  const { meeting } = line;
  const label = formatDay(t.locale, meeting.startsAt, 'weekdayDate');
  if (line.does === 'cancel') return { label, value: t('scheduling.mail.cancelled') };
  const times = t('meetings.show.until', { start: formatTime(t.locale, meeting.startsAt), end: formatTime(t.locale, meeting.endsAt) });
  if (line.does === 'change' && line.before.startsAt !== meeting.startsAt)
    return { label, value: t('scheduling.mail.moved', { times, before: formatMoment(t, line.before.startsAt) }) };
  return { label, value: times };
}

type Words = { readonly subject: string } & Pick<Letter, 'preheader' | 'paragraphs' | 'after'>;

function mail(news: SeriesNews, to: Recipient, kind: string, { subject, ...words }: Words): Email {
  const { series, collaborative, lines } = news;
  const t = news.translate(to.locale);
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind,
    to,
    subject,
    letter: {
      ...words,
      greeting: t('meetings.mail.greeting', { name: to.name }),
      facts: lines.map((line) => factOf(t, line)),
      action: { text: t('scheduling.mail.open'), url: news.baseUrl + meetingPaths.listFor({ c: collaborative.slug }) },
      reason: t('meetings.mail.reason', { name }),
    },
    dedupeKey: `${kind}:${series.id}:${to.personId ?? to.address}:${series.version}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'meetingSeries', id: series.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
    calendar: {
      method: 'PUBLISH',
      content: publishedCalendar(
        lines.map(({ meeting }) => meeting),
        t,
        news,
      ),
    },
  };
}

/** The title that all meetings of a series begin with. */
export const seriesTitle = (series: Pick<Series, 'template'>, locale: string): string => meetingTitle(series.template, locale);
