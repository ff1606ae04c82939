import { formatDate, formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { dateOf, plusDays, type CalendarDate } from '../../lib/time';
import { blankForm, choiceView, type ChoiceView } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { bodiesOf, meetingKinds, meetingTitle, type Meeting } from './meeting';
import { locationOf } from './meeting-calendar.views';
import { kindText, statusTag, type Tag } from './meeting-list.views';
import { meetingPaths } from './meeting.paths';
import { calendarViews, monthBeside, weeksOf, type CalendarWish } from './year-calendar';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Line {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly datetime: string;
  readonly day: string;
  readonly times: string;
  readonly start: string;
  readonly area: string;
  readonly code: string;
  readonly kind: string;
  readonly place: string;
  /** Only where something is to be known: called off, put off, agenda posted, under way. */
  readonly tag: Tag | null;
}

interface YearCalendarView {
  readonly title: string;
  readonly description: string;
  readonly width: 'wide';
  readonly action: string;
  readonly filters: readonly ChoiceView[];
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly before: Link;
  readonly after: Link;
  readonly count: string;
  readonly months: readonly { readonly id: string; readonly name: string; readonly lines: readonly Line[] }[];
  readonly now: Link | null;
  readonly span: string;
  readonly month: {
    readonly caption: string;
    readonly weekdays: readonly { readonly short: string; readonly long: string }[];
    readonly weeks: readonly (readonly { readonly day: string; readonly isToday: boolean; readonly lines: readonly Line[] }[])[];
  } | null;
  readonly feed: string;
  readonly feedUrl: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/year-calendar': YearCalendarView;
  }
}

interface Parts {
  readonly wish: CalendarWish;
  readonly today: CalendarDate;
  readonly meetings: readonly Meeting[];
  readonly bodies: readonly Collaborative[];
  readonly baseUrl: string;
}

/** Meetings of a year as a list by month, or of a month as a sheet; of one collaborative or all. */
export function yearCalendarView(t: Translate, parts: Parts): YearCalendarView {
  const { wish, today, meetings, bodies, baseUrl } = parts;
  const body = bodies.find(({ slug }) => slug === wish.c);
  const feed = body === undefined ? meetingPaths.allCalendar() : meetingPaths.calendarFor({ c: body.slug });
  const lines = meetings.map((meeting) => lineOf(t, meeting, bodies));
  const shown = wish.view === 'month' ? sheetParts(t, wish.month, lines, today) : listParts(t, wish.year, lines, today);
  const { span } = shown;
  return {
    ...shown,
    title:
      body === undefined
        ? t('scheduling.calendar.title', { span })
        : t('scheduling.calendar.titleOf', { span, name: inLocale(body.name, t.locale) }),
    description: t('scheduling.calendar.lede'),
    width: 'wide',
    action: meetingPaths.yearCalendar(),
    filters: filtersOf(t, wish, bodies),
    ...besides(t, wish),
    count: t('scheduling.calendar.count', { count: meetings.length }),
    feed,
    feedUrl: baseUrl + feed,
  };
}

type Shown = Pick<YearCalendarView, 'carried' | 'months' | 'now' | 'month'> & { readonly span: string };

const sheetParts = (t: Translate, month: string, lines: readonly Line[], today: CalendarDate): Shown => ({
  span: monthName(t, month),
  carried: [{ name: 'month', value: month }],
  months: [],
  now: null,
  month: sheetOf(t, month, lines, today),
});

function listParts(t: Translate, year: number, lines: readonly Line[], today: CalendarDate): Shown {
  const months = monthsOf(t, lines);
  const now = months.find(({ id }) => id === `m-${today.slice(0, 7)}`);
  return {
    span: String(year),
    carried: [{ name: 'year', value: String(year) }],
    months,
    now: now === undefined ? null : { text: t('scheduling.calendar.now'), href: `#${now.id}` },
    month: null,
  };
}

const monthName = (t: Translate, month: string): string => formatDate(t.locale, `${month}-01`, 'monthYear');

function filtersOf(t: Translate, wish: CalendarWish, bodies: readonly Collaborative[]): ChoiceView[] {
  const state = blankForm({ c: wish.c, kind: wish.kind, view: wish.view });
  const all = ['', t('scheduling.calendar.all')] as const;
  const areas = bodies.map(({ slug, area }) => [slug, inLocale(area, t.locale)] as const);
  const kinds = meetingKinds.map((kind) => [kind, t(`meetings.kind.${kind}`)] as const);
  const views = calendarViews.map((view) => [view, t(`scheduling.calendar.views.${view}`)] as const);
  return [
    choiceView(t, state, 'c', t('scheduling.calendar.collaborative'), [all, ...areas]),
    choiceView(t, state, 'kind', t('meetings.form.kind'), [['', t('scheduling.calendar.allKinds')], ...kinds]),
    choiceView(t, state, 'view', t('scheduling.calendar.view'), views),
  ];
}

function besides(t: Translate, wish: CalendarWish): { before: Link; after: Link } {
  const { view, c, kind, year, month } = wish;
  const to = (by: number): Link =>
    view === 'month'
      ? {
          text: monthName(t, monthBeside(month, by)),
          href: withQuery(meetingPaths.yearCalendar(), { view, c, kind, month: monthBeside(month, by) }),
        }
      : { text: String(year + by), href: withQuery(meetingPaths.yearCalendar(), { c, kind, year: year + by }) };
  return { before: to(-1), after: to(1) };
}

function monthsOf(t: Translate, lines: readonly Line[]): YearCalendarView['months'] {
  const months = new Map<string, Line[]>();
  for (const line of lines) {
    const month = dateOf(line.datetime).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), line]);
  }
  return [...months].map(([month, inIt]) => ({ id: `m-${month}`, name: monthName(t, month), lines: inIt }));
}

function sheetOf(t: Translate, month: string, lines: readonly Line[], today: CalendarDate): YearCalendarView['month'] {
  const days = new Map<string, Line[]>();
  for (const line of lines) days.set(dateOf(line.datetime), [...(days.get(dateOf(line.datetime)) ?? []), line]);
  const sunday = '2023-01-01';
  return {
    caption: monthName(t, month),
    weekdays: Array.from({ length: 7 }, (_, index) => plusDays(sunday, index)).map((date) => ({
      short: formatDate(t.locale, date, 'shortWeekday'),
      long: formatDate(t.locale, date, 'weekday'),
    })),
    weeks: weeksOf(month).map((week) =>
      week.map((date) => ({
        day: date === null ? '' : String(Number(date.slice(8))),
        isToday: date === today,
        lines: date === null ? [] : (days.get(date) ?? []),
      })),
    ),
  };
}

function lineOf(t: Translate, meeting: Meeting, bodies: readonly Collaborative[]): Line {
  const { startsAt, endsAt } = meeting;
  const meets = bodiesOf(meeting).flatMap((id) => bodies.filter((body) => body.id === id));
  return {
    id: meeting.id,
    href: meetingPaths.show({ id: meeting.id }),
    title: meetingTitle(meeting, t.locale),
    lang: localeOf(meeting.title, t.locale),
    datetime: startsAt,
    day: `${formatDay(t.locale, startsAt, 'shortWeekday')} ${formatDay(t.locale, startsAt, 'day')}`,
    times: t('meetings.show.until', { start: formatTime(t.locale, startsAt), end: formatTime(t.locale, endsAt) }),
    start: formatTime(t.locale, startsAt),
    area: meets.map(({ area }) => inLocale(area, t.locale)).join(', '),
    code: meets.map(({ code }) => code).join('+'),
    kind: kindText(t, meeting),
    place: locationOf({ ...meeting, address: '' }),
    tag: ['scheduled', 'adjourned'].includes(meeting.status) ? null : statusTag(t, meeting.status),
  };
}
