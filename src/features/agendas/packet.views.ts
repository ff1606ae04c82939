import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { isWide, type PdfInside, type PdfPart } from '../../pdf';
import { fileMeta } from '../../web/file-words';
import { agendaPaths } from './agenda.paths';
import { agendaParts, type PaperParts } from './agenda-paper.views';
import { insideName, type PacketPaper } from './packet';

export const packetTitle = (t: Translate, { content }: PaperParts): string =>
  t('agendas.packet.title', { title: inLocale(content.meeting.title, t.locale) });

/** Everything for the meeting as one paper: what is in it, the agenda, and its papers. */
export function packetParts(t: Translate, parts: PaperParts, papers: readonly PacketPaper[]): PdfPart[] {
  const { content } = parts;
  return [
    { kind: 'heading', level: 1, text: packetTitle(t, parts) },
    { kind: 'paragraph', text: formatMoment(t, content.meeting.startsAt) },
    { kind: 'paragraph', text: t('agendas.packet.lede') },
    { kind: 'heading', level: 2, text: t('agendas.packet.contents') },
    { kind: 'contents', caption: t('agendas.packet.pages'), columns: [t('agendas.packet.part'), t('agendas.packet.page')] },
    { kind: 'newPage' },
    ...agendaParts(t, parts),
    { kind: 'newPage' },
    { kind: 'heading', level: 1, text: t('agendas.packet.papers') },
    ...(papers.length === 0 ? [{ kind: 'paragraph' as const, text: t('agendas.packet.none') }] : listOf(t, parts, papers)),
    ...papers.flatMap((paper) => [...drawn(t, paper), ...merged(t, paper)]),
  ];
}

function listOf(t: Translate, { baseUrl }: PaperParts, papers: readonly PacketPaper[]): PdfPart[] {
  const items = papers.map((paper) => {
    const { id: file, meetingId: id, name, sha256 } = paper.attachment;
    const address = baseUrl + agendaPaths.paper({ id, file, name });
    return {
      text: lineOf(t, paper),
      href: address,
      note: [...carriedText(t, paper), address, t('agendas.packet.hash', { sha256 })].join('\n'),
    };
  });
  return [
    { kind: 'paragraph', text: t('agendas.packet.papersLede') },
    { kind: 'links', items },
  ];
}

const carriedText = (t: Translate, { carried, notTaken }: PacketPaper): string[] => [
  ...(notTaken === null ? [] : [t(`agendas.packet.notTaken.${notTaken}`)]),
  t(`agendas.packet.carried.${carried}`),
];

function lineOf(t: Translate, { attachment, item }: PacketPaper): string {
  const { title, kind, bytes } = attachment;
  const line = t('agendas.paper.paperLine', { title: inLocale(title, t.locale), meta: fileMeta(t, { kind, bytes }) });
  return item === null ? line : t('agendas.packet.ofItem', { number: item, line });
}

function drawn(t: Translate, { attachment, carried, bytes }: PacketPaper): PdfPart[] {
  if (carried !== 'drawn' || bytes === null) return [];
  const title = inLocale(attachment.title, t.locale);
  return [{ kind: 'newPage' }, { kind: 'heading', level: 2, text: title }, { kind: 'picture', bytes, words: title }];
}

function merged(t: Translate, { attachment, item, taken }: PacketPaper): PdfPart[] {
  const [first] = taken?.pages ?? [];
  if (taken === null || first === undefined) return [];
  const line = inLocale(attachment.title, t.locale);
  const title = item === null ? line : t('agendas.packet.ofItem', { number: item, line });
  const of = (key: 'pageOf' | 'scan') => (page: number, count: number) =>
    t(`agendas.packet.${key}`, { title, page: String(page), of: String(count) });
  return [
    { kind: 'newPage', isWide: isWide(first) },
    { kind: 'heading', level: 2, text: title },
    { kind: 'pages', taken, caption: of('pageOf'), scanText: attachment.readable === 'no' ? of('scan') : null },
  ];
}

/** The files that travel inside the paper. */
export const packetInside = (t: Translate, papers: readonly PacketPaper[]): PdfInside[] =>
  papers.flatMap((paper, place) =>
    paper.carried === 'inside' && paper.bytes !== null
      ? [{ name: insideName(paper, place, t.locale), type: 'application/pdf', words: lineOf(t, paper), bytes: paper.bytes }]
      : [],
  );
