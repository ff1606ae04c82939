import { formatMoment } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { PdfPaper, PdfPart } from '../../pdf';
import type { AnswerRow, Application, Candidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import { compositionView, type CompositionTable } from '../composition';
import type { Cycle, Rubric } from '../cycles';
import { mixText } from '../reviews';
import { alternateGroups, composedOf, isEditable, placedRows, seatRows, type Board } from '../selection';

/** A paper on the screen: the same parts as in the PDF. */
interface PaperView {
  readonly title: string;
  /** Of the words of the paper. */
  readonly lang: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly pdf: { readonly text: string; readonly href: string };
  readonly parts: readonly PdfPart[];
}

declare module '../../web/render' {
  interface Views {
    'desk/paper': PaperView;
  }
}

export interface PacketOf {
  readonly application: Application;
  /** The candidacies this reader may see. */
  readonly candidacies: readonly Candidacy[];
  readonly collaboratives: readonly Collaborative[];
  readonly cycle: Cycle;
  readonly schoolName: string | null;
  readonly answers: readonly AnswerRow[];
}

/** An application on paper: who, where, and every answer staff may read; no scores, no notes, nothing kept apart. */
export function packetParts(t: Translate, packet: PacketOf): PdfPart[] {
  const { application, cycle, candidacies, collaboratives } = packet;
  const nameOf = (id: string): string => {
    const found = collaboratives.find((one) => one.id === id);
    return found === undefined ? '' : inLocale(found.name, t.locale);
  };
  const choices = candidacies.map(({ collaborativeId, preference, status }) => ({
    label: t.loosely(`desk.choices.${preference}`),
    value: t('desk.packet.choice', { name: nameOf(collaborativeId), state: t(`applications.candidacy.${status}`) }),
  }));
  return [
    { kind: 'heading', level: 1, text: application.name },
    {
      kind: 'facts',
      rows: [
        { label: t('applications.reference'), value: application.reference },
        { label: t('desk.packet.cycle'), value: inLocale(cycle.name, t.locale) },
        ...choices,
        { label: t('desk.columns.sent'), value: application.submittedAt === null ? '' : formatMoment(t, application.submittedAt) },
        { label: t('desk.columns.language'), value: languageName(t, application.locale) },
        ...(packet.schoolName === null ? [] : [{ label: t('desk.columns.school'), value: packet.schoolName }]),
      ],
    },
    { kind: 'heading', level: 2, text: t('desk.answers') },
    { kind: 'facts', rows: packet.answers.map(({ label, value }) => ({ label, value })) },
  ];
}

/** A slate on paper, for whoever approves it or files it: seats, alternates, reasons, composition, readers, rubric. */
export function slateParts(t: Translate, board: Board, rubric: Rubric, shown: { readonly whileEdited: boolean }): PdfPart[] {
  const { slate, collaborative, cycle } = board;
  const head: PdfPart[] = [
    { kind: 'heading', level: 1, text: t('desk.packet.slateTitle', { area: inLocale(collaborative.area, t.locale) }) },
    {
      kind: 'facts',
      rows: [
        { label: t('desk.packet.cycle'), value: inLocale(cycle.name, t.locale) },
        { label: t('desk.columns.state'), value: t(`desk.packet.slate.${slate.status}`) },
        { label: t('desk.packet.readers'), value: mixText(t, board.mix) },
      ],
    },
  ];
  const isShown = shown.whileEdited || !isEditable(slate);
  return [...head, ...(isShown ? placesParts(t, board) : []), rubricPart(t, rubric)];
}

function placesParts(t: Translate, board: Board): PdfPart[] {
  const rows = placedRows(t, board);
  const reason = t('desk.packet.reason');
  const seats = seatRows(t, board, rows).map(({ code, constituency, person }) => [
    code,
    constituency,
    person?.name ?? '',
    person?.total ?? '',
    person?.reason ?? '',
  ]);
  const named = [
    { label: t('desk.columns.constituency') },
    { label: t('desk.name') },
    { label: t('desk.packet.total'), width: 90 },
    { label: reason },
  ];
  const alternates = alternateGroups(t, board, rows).flatMap(({ constituency, rows: line }) =>
    line.map((row) => [row.place, constituency, row.name, row.total, row.reason ?? '']),
  );
  return [
    {
      kind: 'table',
      table: { caption: t('desk.packet.seats'), columns: [{ label: t('desk.packet.seat'), width: 60 }, ...named], rows: seats },
    },
    {
      kind: 'table',
      table: { caption: t('desk.packet.alternates'), columns: [{ label: t('desk.packet.place'), width: 60 }, ...named], rows: alternates },
    },
    ...compositionView(t, composedOf(board)).map((table) => compositionPart(t, table)),
  ];
}

const compositionPart = (t: Translate, { caption, rows }: CompositionTable): PdfPart => ({
  kind: 'table',
  table: {
    caption,
    columns: [
      { label: t('desk.packet.group') },
      { label: t('desk.packet.applicants'), isNumber: true, width: 90 },
      { label: t('desk.packet.placed'), isNumber: true, width: 90 },
    ],
    rows: rows.map(({ group, applicants, placed }) => [group, applicants, placed]),
  },
});

const rubricPart = (t: Translate, rubric: Rubric): PdfPart => ({
  kind: 'table',
  table: {
    caption: t('desk.packet.rubric', { number: rubric.number }),
    columns: [{ label: t('desk.packet.criterion') }, { label: t('desk.packet.weight'), isNumber: true, width: 90 }],
    rows: rubric.criteria.map(({ label, weight }) => [inLocale(label, t.locale), String(weight)]),
  },
});

/** The parts as a template reads them: nothing left out. */
export const onScreen = (parts: readonly PdfPart[]): PdfPart[] =>
  parts.map((part) =>
    part.kind === 'table'
      ? { ...part, table: { ...part.table, columns: part.table.columns.map((column) => ({ isNumber: false, ...column })) } }
      : part,
  );

/** The paper around its parts, for the file. */
export const paperOf = (t: Translate, title: string, parts: readonly PdfPart[], madeAt: Instant): PdfPaper => ({
  title,
  lang: t.locale,
  madeAt,
  footer: title,
  pageText: (page, of) => t('desk.packet.page', { page, of }),
  parts,
});
