import { formatDay, formatMoment, formatShortMoment, formatTime } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { renderMarkdown } from '../../lib/markdown';
import { withQuery } from '../../lib/path';
import { requestPaths } from '../agenda-requests';
import type { Collaborative } from '../collaboratives';
import { calendarFile, factsOf, locationOf, meetingPaths, meetingTitle, postBy, type Meeting } from '../meetings';
import { priorityAddress, priorityName } from '../priorities';
import type { Attachment } from './attachment';
import type { LinkedNote } from './linked-note.views';
import type { CommentLine, PublishedComments } from './comments-door.views';
import { publicPapers, type PaperLine } from './attachment.views';
import { agendaPaths } from './agenda.paths';
import { changeLine } from './change.views';
import { consentNote, decisionTags, noteName, originText, otherTitle } from './item.views';
import { tellsOf, type Posting } from './posting';
import type { SnapshotItem } from './snapshot';

interface ItemLine {
  readonly number: string;
  readonly time: string;
  readonly datetime: string;
  readonly title: string;
  readonly lang: string;
  readonly other: { readonly title: string; readonly lang: string } | null;
  readonly about: string;
  readonly origin: { readonly text: string; readonly href: string } | null;
  readonly note: { readonly text: string; readonly href: string } | null;
  readonly priority: { readonly text: string; readonly href: string } | null;
  readonly html: string;
  readonly textLang: string;
  readonly papers: readonly PaperLine[];
  readonly tags: readonly { readonly text: string; readonly tone: 'info' | 'warning' | 'neutral' }[];
  readonly comments: { readonly title: string; readonly lines: readonly CommentLine[] } | null;
}

interface AgendaView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly description: string;
  readonly kicker: string;
  readonly heading: string;
  readonly headingLang: string;
  readonly when: string;
  readonly where: string;
  readonly datetime: string;
  readonly version: string;
  readonly warnings: readonly string[];
  readonly consent: string | null;
  readonly items: readonly ItemLine[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string | null }[];
  readonly versions: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** The word-by-word comparison of versions; null while there is one. */
  readonly compare: string | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface NoAgendaView {
  readonly title: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly text: string;
  readonly meeting: { readonly text: string; readonly href: string } | null;
}

declare module '../../web/render' {
  interface Views {
    'agendas/show': AgendaView;
    'agendas/none': NoAgendaView;
  }
}

interface AgendaParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  /** Newest first; at least one. */
  readonly postings: readonly Posting[];
  readonly newest: Posting;
  /** All the meeting's papers, with those taken off. */
  readonly attachments: readonly Attachment[];
  readonly comments: PublishedComments;
  /** The public ones among the notes its lines are about. */
  readonly notes: readonly LinkedNote[];
}

/** The public agenda: the newest version as it was posted, never the draft. */
export function agendaView(t: Translate, parts: AgendaParts): AgendaView {
  const { meeting, collaborative, postings, newest, attachments, comments, notes } = parts;
  const { meeting: posted, items } = newest.content;
  const { id } = meeting;
  const title = inLocale(posted.title, t.locale);
  const first = postings.at(-1) ?? newest;
  return {
    title: t('agendas.show.title', { title }),
    district: collaborative.slug,
    width: 'wide',
    breadcrumbs: crumbs(t, collaborative),
    description: `${title}, ${formatMoment(t, posted.startsAt)}`,
    kicker: t('meetings.show.kicker', { area: t('agendas.show.short'), kind: t(`meetings.kind.${posted.kind}`) }),
    heading: title,
    headingLang: localeOf(posted.title, t.locale),
    when: formatMoment(t, posted.startsAt),
    where: locationOf(posted),
    datetime: posted.startsAt,
    version: t('agendas.show.version', { number: newest.number, moment: formatMoment(t, newest.postedAt) }),
    warnings: warningsOf(t, meeting, newest),
    consent: consentNote(t, items),
    items: items.map((item) => ({
      ...itemLine(t, item, first),
      ...linksOf(t, item, { notes, collaborative }),
      papers: publicPapers(t, item, { meetingId: id, attachments, first }),
      comments: commentsOf(t, comments.on(item.id)),
    })),
    facts: factsOf(t, { ...meeting, ...posted }),
    versions: postings.filter(({ number }) => number > 1).map((posting) => versionOf(t, posting)),
    compare: postings.length > 1 ? agendaPaths.changes({ id }) : null,
    links: [
      ...comments.links,
      { text: t('agendas.show.meetingPage'), href: meetingPaths.show({ id }) },
      { text: t('agendas.show.proof'), href: agendaPaths.notice({ id }) },
      ...filesOf(t, id),
      { text: t('agendas.show.calendar'), href: calendarFile.of(id) },
      { text: t('agendaRequests.link'), href: requestPaths.ask({ c: collaborative.slug }) },
    ],
  };
}

/** Where a line comes from, the note it is about and the priority it serves. */
function linksOf(
  t: Translate,
  item: SnapshotItem,
  { notes, collaborative }: Pick<AgendaParts, 'notes' | 'collaborative'>,
): Pick<ItemLine, 'origin' | 'note' | 'priority'> {
  const { carriedFrom, noteId } = item;
  const note = notes.find(({ id }) => id === noteId);
  const text = originText(t, carriedFrom);
  return {
    origin: carriedFrom === undefined || text === null ? null : { text, href: meetingPaths.show({ id: carriedFrom.meetingId }) },
    note: note === undefined ? null : { text: noteName(t, note), href: note.href },
    priority: priorityOf(t, item, collaborative),
  };
}

const priorityOf = (t: Translate, { priority }: SnapshotItem, { slug }: Collaborative): ItemLine['priority'] =>
  priority === undefined ? null : { text: priorityName(t, priority), href: priorityAddress(slug, priority.id) };

const commentsOf = (t: Translate, lines: readonly CommentLine[]): ItemLine['comments'] =>
  lines.length === 0 ? null : { title: t('agendas.show.comments', { count: lines.length }), lines };

/** The agenda and the whole packet as files, in each language. */
const filesOf = (t: Translate, id: string) =>
  languages.flatMap(({ code, name }) => [
    { text: t('agendas.show.pdf', { language: name }), href: withQuery(agendaPaths.pdf({ id }), { lang: code }) },
    { text: t('agendas.show.packet', { language: name }), href: withQuery(agendaPaths.packet({ id }), { lang: code }) },
  ]);

const crumbs = (t: Translate, collaborative: Collaborative) => [
  { text: inLocale(collaborative.name, t.locale), href: `/${collaborative.slug}` },
  { text: t('meetings.list.short'), href: meetingPaths.listFor({ c: collaborative.slug }) },
];

/** What a reader must know before the rest. */
export function warningsOf(t: Translate, meeting: Meeting, newest: Posting): string[] {
  return [
    ...(meeting.status === 'cancelled' ? [t('agendas.show.cancelled')] : []),
    ...(meeting.status !== 'cancelled' && !tellsOf(newest, meeting) ? [t('agendas.show.moved')] : []),
    ...(newest.isLate ? [t('agendas.show.late', { reason: newest.lateReason })] : []),
  ];
}

function itemLine(
  t: Translate,
  item: SnapshotItem,
  first: Posting,
): Omit<ItemLine, 'papers' | 'comments' | 'origin' | 'note' | 'priority'> {
  const lang = localeOf(item.title, t.locale);
  const isNew = item.addedAt > first.postedAt;
  const about = [
    item.presenter === '' ? '' : t('agendas.show.presenter', { presenter: item.presenter }),
    t(`agendas.purpose.${item.purpose}`),
  ];
  return {
    number: String(item.number),
    time: t('agendas.show.itemTime', { time: formatTime(t.locale, item.startsAt), minutes: item.minutes }),
    datetime: item.startsAt,
    title: inLocale(item.title, t.locale),
    lang,
    other: otherTitle(item.title, lang),
    about: about.filter((part) => part !== '').join(' · '),
    html: renderMarkdown(inLocale(item.text, t.locale)),
    textLang: localeOf(item.text, t.locale),
    tags: [
      ...decisionTags(t, item),
      ...(isNew ? [{ text: t('agendas.show.addedLater', { moment: formatShortMoment(t, item.addedAt) }), tone: 'neutral' as const }] : []),
    ],
  };
}

const versionOf = (t: Translate, posting: Posting) => ({
  title: t('agendas.show.version', { number: posting.number, moment: formatMoment(t, posting.postedAt) }),
  lines: posting.changes.map((change) => changeLine(t, change)),
});

/** What stands in the place of an agenda that is not posted yet; `meeting` null where none is planned. */
export function noAgendaView(t: Translate, collaborative: Collaborative, meeting: Meeting | null): NoAgendaView {
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('agendas.show.currentTitle', { name }),
    district: collaborative.slug,
    breadcrumbs: crumbs(t, collaborative),
    text: noAgendaText(t, collaborative, meeting),
    meeting:
      meeting === null
        ? null
        : {
            text: `${meetingTitle(meeting, t.locale)}, ${formatDay(t.locale, meeting.startsAt)}`,
            href: meetingPaths.show({ id: meeting.id }),
          },
  };
}

function noAgendaText(t: Translate, { settings }: Collaborative, meeting: Meeting | null): string {
  if (meeting === null) return t('agendas.show.noMeeting');
  if (meeting.status === 'cancelled') return t('agendas.show.cancelled');
  const deadline = postBy(meeting, settings.noticeHours);
  return deadline === null ? t('agendas.show.notPosted') : t('agendas.show.notPostedBy', { moment: formatMoment(t, deadline) });
}
