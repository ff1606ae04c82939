import { formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { plainMarkdown, type PlainBlock } from '../../lib/markdown';
import type { PdfPart } from '../../pdf';
import type { Collaborative } from '../collaboratives';
import { factsOf, type Meeting } from '../meetings';
import { priorityName } from '../priorities';
import { warningsOf } from './agenda.views';
import type { Attachment } from './attachment';
import { publicPapers } from './attachment.views';
import { changeLine } from './change.views';
import { consentNote, decisionTags } from './item.views';
import type { Posting } from './posting';
import type { Snapshot, SnapshotItem } from './snapshot';

export interface PaperParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  /** What it says: of the newest version, or of the desk. */
  readonly content: Pick<Snapshot, 'meeting' | 'items'>;
  /** Newest first; empty for a draft. */
  readonly postings: readonly Posting[];
  /** All the meeting's papers, with those taken off. */
  readonly attachments: readonly Attachment[];
  readonly baseUrl: string;
}

/** What the paper is called; a draft says so in its name, which stands at the foot of each page. */
export function agendaPaperTitle(t: Translate, { content, postings }: PaperParts): string {
  const title = t('agendas.show.title', { title: inLocale(content.meeting.title, t.locale) });
  return postings.length === 0 ? t('agendas.paper.draftTitle', { title }) : title;
}

/** The agenda as a printed paper, in reading order. */
export function agendaParts(t: Translate, parts: PaperParts): PdfPart[] {
  const { content, postings } = parts;
  return [
    { kind: 'heading', level: 1, text: agendaPaperTitle(t, parts) },
    { kind: 'facts', rows: rowsOf(t, parts) },
    ...[...noticesOf(t, parts), ...consentOf(t, content.items)].map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', level: 2, text: t('agendas.show.items') },
    { kind: 'table', table: itemTable(t, content.items) },
    ...content.items.flatMap((item) => itemParts(t, item, parts)),
    ...changeParts(t, postings),
  ];
}

function rowsOf(t: Translate, { meeting, collaborative, content }: PaperParts): { label: string; value: string }[] {
  const posted = content.meeting;
  return [
    { label: t('agendas.paper.body'), value: inLocale(collaborative.name, t.locale) },
    { label: t('agendas.paper.kind'), value: t(`meetings.kind.${posted.kind}`) },
    { label: t('meetings.show.when'), value: formatMoment(t, posted.startsAt) },
    ...factsOf(t, { ...meeting, ...posted }).map(({ label, value, href }) => ({ label, value: href ?? value })),
  ];
}

function noticesOf(t: Translate, { meeting, postings }: PaperParts): string[] {
  const [newest] = postings;
  if (newest === undefined) return [t('agendas.paper.draft')];
  const version = t('agendas.show.version', { number: newest.number, moment: formatMoment(t, newest.postedAt) });
  return [...warningsOf(t, meeting, newest), `${version} ${t('agendas.show.actionNote')}`];
}

const consentOf = (t: Translate, items: readonly SnapshotItem[]): string[] => {
  const note = consentNote(t, items);
  return note === null ? [] : [note];
};

const itemTable = (t: Translate, items: readonly SnapshotItem[]): Extract<PdfPart, { kind: 'table' }>['table'] => ({
  caption: t('agendas.paper.glance'),
  columns: [
    { label: t('agendas.paper.item') },
    { label: t('agendas.paper.time'), width: 90 },
    { label: t('agendas.item.purpose'), width: 85 },
    { label: t('agendas.item.isAction'), width: 95 },
  ],
  rows: items.map((item) => [
    headingOf(t, item),
    formatTime(t.locale, item.startsAt),
    t(`agendas.purpose.${item.purpose}`),
    decisionTags(t, item)
      .map(({ text }) => text)
      .join(', '),
  ]),
});

const headingOf = (t: Translate, { number, title }: SnapshotItem): string => `${number}. ${inLocale(title, t.locale)}`;

function itemParts(t: Translate, item: SnapshotItem, parts: PaperParts): PdfPart[] {
  return [
    { kind: 'heading', level: 3, text: headingOf(t, item) },
    { kind: 'paragraph', text: aboutItem(t, item) },
    ...textParts(plainMarkdown(inLocale(item.text, t.locale))),
    ...paperList(t, item, parts),
  ];
}

function aboutItem(t: Translate, item: SnapshotItem): string {
  const { presenter, startsAt, minutes, purpose } = item;
  return [
    t('agendas.show.itemTime', { time: formatTime(t.locale, startsAt), minutes }),
    ...(presenter === '' ? [] : [t('agendas.show.presenter', { presenter })]),
    t(`agendas.purpose.${purpose}`),
    ...(item.priority === undefined ? [] : [priorityName(t, item.priority)]),
    ...decisionTags(t, item).map(({ text }) => text),
  ].join(' · ');
}

/** Entries that follow one another are one list. */
function textParts(blocks: readonly PlainBlock[]): PdfPart[] {
  const parts: PdfPart[] = [];
  for (const { isItem, text } of blocks) {
    const last = parts.at(-1);
    if (isItem && last?.kind === 'list') parts.splice(-1, 1, { kind: 'list', items: [...last.items, text] });
    else parts.push(isItem ? { kind: 'list', items: [text] } : { kind: 'paragraph', text });
  }
  return parts;
}

function paperList(t: Translate, item: SnapshotItem, parts: PaperParts): PdfPart[] {
  const { meeting, attachments, postings, baseUrl } = parts;
  // In a draft nothing was added later than anything.
  const first = { postedAt: postings.at(-1)?.postedAt ?? meeting.startsAt };
  const papers = publicPapers(t, item, { meetingId: meeting.id, attachments, first });
  if (papers.length === 0) return [];
  const items = papers.map(({ title, meta, href, note }) => ({
    text: t('agendas.paper.paperLine', { title, meta }),
    href: href === null ? null : baseUrl + href,
    note,
  }));
  return [
    { kind: 'paragraph', text: t('agendas.papers.title') },
    { kind: 'links', items },
  ];
}

function changeParts(t: Translate, postings: readonly Posting[]): PdfPart[] {
  const later = postings.filter(({ number, changes }) => number > 1 && changes.length > 0);
  if (later.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('agendas.show.changes') },
    ...later.flatMap(({ number, postedAt, changes }): PdfPart[] => [
      { kind: 'heading', level: 3, text: t('agendas.show.version', { number, moment: formatMoment(t, postedAt) }) },
      { kind: 'list', items: changes.map((change) => changeLine(t, change)) },
    ]),
  ];
}
