import type { Translate } from '../../i18n/translate';
import { formatDay } from '../../i18n/format';
import { inLocale } from '../../lib/local-text';
import type { PdfPart } from '../../pdf';
import { meetingTitle } from '../meetings';
import type { DocumentView } from './document.views';
import { minutesDocument, type DocumentParts } from './minutes.views';

/** What the paper is called, which stands at the foot of each of its pages: a draft says so on every one. */
export function minutesPaperTitle(t: Translate, parts: DocumentParts): string {
  const title = minutesDocument(parts).isApproved ? t('minutes.show.title') : t('minutes.show.draftTitle');
  const of = t('minutes.show.of', { title: meetingTitle(parts.meeting, t.locale), date: formatDay(t.locale, parts.meeting.startsAt) });
  return t('minutes.paper.title', { title, of });
}

/** Minutes as a printed paper, in reading order. */
export function minutesPaper(t: Translate, parts: DocumentParts): PdfPart[] {
  const { document, translation } = minutesDocument(parts);
  return [
    { kind: 'heading', level: 1, text: minutesPaperTitle(t, parts) },
    { kind: 'facts', rows: [{ label: t('agendas.paper.body'), value: inLocale(parts.collaborative.name, t.locale) }] },
    ...texts([document.state.text, ...(translation === null ? [] : [translation.text]), document.session, ...document.opening]),
    ...attendanceParts(t, document),
    ...exceptionParts(t, document),
    { kind: 'heading', level: 2, text: t('minutes.show.items') },
    ...document.items.flatMap((item) => itemParts(t, item)),
    ...texts(document.closing),
  ];
}

const texts = (lines: readonly string[]): PdfPart[] => lines.map((text) => ({ kind: 'paragraph', text }));

function attendanceParts(t: Translate, { attendance, movements, quorum }: DocumentView): PdfPart[] {
  const table = {
    caption: t('minutes.show.attendanceCaption'),
    columns: [{ label: t('minutes.show.member') }, { label: t('minutes.show.status') }],
    rows: attendance.map(({ name, status }) => [name, status]),
  };
  return [
    { kind: 'heading', level: 2, text: t('minutes.show.attendance') },
    ...(attendance.length === 0 ? [] : [{ kind: 'table' as const, table }]),
    ...texts([...movements, ...quorum]),
  ];
}

const exceptionParts = (t: Translate, { exceptions }: DocumentView): PdfPart[] =>
  exceptions.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: t('offAgenda.minutesTitle') },
        ...exceptions.flatMap(({ title, motion }): PdfPart[] => [{ kind: 'heading', level: 3, text: title }, ...motionParts(t, motion)]),
      ];

type Item = DocumentView['items'][number];

function itemParts(t: Translate, { heading, text, motions, outcome, actionItems }: Item): PdfPart[] {
  return [
    { kind: 'heading', level: 3, text: heading },
    ...texts(text),
    ...motions.flatMap((motion) => motionParts(t, motion)),
    ...(outcome === null ? [] : texts([outcome])),
    ...(actionItems.length === 0 ? [] : [...texts([t('minutes.show.actionItems')]), { kind: 'list' as const, items: actionItems }]),
  ];
}

function motionParts(t: Translate, { heading, status, text, moved, before, counts, caption, votes }: Item['motions'][number]): PdfPart[] {
  const sum = counts.map(({ number, label }) => `${number} ${label}`).join(' · ');
  const table = {
    caption,
    columns: [{ label: t('inSession.motion.member') }, { label: t('inSession.motion.choiceColumn') }],
    rows: votes.map(({ name, choice }) => [name, choice]),
  };
  return [
    ...texts([t('minutes.paper.motion', { heading, status: status.text }), text, moved, ...before, sum].filter((line) => line !== '')),
    ...(votes.length === 0 ? [] : [{ kind: 'table' as const, table }]),
  ];
}
