import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { FieldView } from '../../web/form-view';
import { collaborativeCard, collaborativePaths, findField, type Collaborative, type CollaborativeCard } from '../collaboratives';
import { asOne, bodiesOf, meetingPaths } from '../meetings';
import { outreachPaths } from '../outreach';
import type { NoteLine, OpenCall, UpcomingMeeting } from './home';

declare module '../../web/render' {
  interface Views {
    'home/show': HomeView;
  }
}

/** A meeting in a list, with the leaf of a calendar. */
export interface MeetingLine {
  readonly slug: string;
  readonly area: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly title: string;
  readonly href: string;
  readonly moment: string;
  readonly startsAt: string;
  readonly place: string;
  readonly agenda: { readonly text: string; readonly href: string } | null;
}

export interface NoteLineView {
  readonly slug: string;
  readonly area: string;
  readonly title: string;
  readonly href: string;
  readonly text: string;
  readonly tag: { readonly text: string; readonly tone: string };
}

export interface HomeView {
  readonly title: string;
  readonly calls: readonly { readonly text: string; readonly seats: string }[];
  readonly applyHref: string;
  readonly share: readonly { readonly text: string; readonly href: string }[];
  readonly find: { readonly action: string; readonly field: FieldView };
  readonly cards: readonly CollaborativeCard[];
  readonly meetings: readonly MeetingLine[];
  readonly notes: readonly NoteLineView[];
}

interface Home {
  readonly collaboratives: readonly Collaborative[];
  readonly calls: readonly OpenCall[];
  readonly meetings: readonly UpcomingMeeting[];
  readonly notes: readonly NoteLine[];
}

export function homeView(t: Translate, { collaboratives, calls, meetings, notes }: Home) {
  const byId = new Map(collaboratives.map((collaborative) => [collaborative.id, collaborative]));
  const place = (id: string) => byId.get(id);
  return {
    title: t('home.title'),
    description: t('home.description'),
    width: 'wide' as const,
    calls: calls.map((call) => ({
      text: t('home.calls.until', { name: inLocale(call.name, t.locale), moment: formatMoment(t, call.closesAt) }),
      seats: t('home.calls.seats', { count: call.seats }),
    })),
    applyHref: '/apply',
    share: collaboratives.map(({ slug, area }) => ({ text: inLocale(area, t.locale), href: outreachPaths.share({ c: slug }) })),
    find: { action: collaborativePaths.find(), field: findField(t) },
    cards: collaboratives.map((collaborative) => collaborativeCard(t, collaborative)),
    meetings: meetings.flatMap((meeting) =>
      meetingLine(
        t,
        meeting,
        bodiesOf(meeting).flatMap((id) => place(id) ?? []),
      ),
    ),
    notes: notes.flatMap((note) => noteLine(t, note, place(note.collaborativeId))),
  };
}

/** A meeting with the bodies that meet, the host first. */
function meetingLine(t: Translate, meeting: UpcomingMeeting, bodies: readonly Collaborative[]): MeetingLine[] {
  const [host, ...others] = bodies;
  if (host === undefined) return [];
  const collaborative = asOne(host, others);
  return [
    {
      slug: collaborative.slug,
      area: inLocale(collaborative.area, t.locale),
      month: formatDay(t.locale, meeting.startsAt, 'shortMonth'),
      day: formatDay(t.locale, meeting.startsAt, 'day'),
      weekday: formatDay(t.locale, meeting.startsAt, 'shortWeekday'),
      title: inLocale(meeting.title, t.locale),
      href: meetingPaths.show({ id: meeting.id }),
      moment: formatMoment(t, meeting.startsAt),
      startsAt: meeting.startsAt,
      place: meeting.place,
      agenda: meeting.hasAgenda
        ? {
            text: t('home.meetings.agendaOf', { area: inLocale(collaborative.area, t.locale) }),
            href: meetingPaths.agenda({ id: meeting.id }),
          }
        : null,
    },
  ];
}

/** Advice with what became of it so far. */
export function noteLine(t: Translate, note: NoteLine, collaborative: Collaborative | undefined): NoteLineView[] {
  if (collaborative === undefined) return [];
  const isAnswered = note.answeredAt !== null;
  return [
    {
      slug: collaborative.slug,
      area: inLocale(collaborative.area, t.locale),
      title: inLocale(note.title, t.locale),
      href: `/advice/${note.id}`,
      text: isAnswered
        ? t('home.notes.answered', { date: formatDay(t.locale, note.answeredAt) })
        : t('home.notes.delivered', { date: formatDay(t.locale, note.deliveredAt) }),
      tag: isAnswered ? { text: t('home.notes.answeredTag'), tone: 'success' } : { text: t('home.notes.waitingTag'), tone: 'info' },
    },
  ];
}
