import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { csvText } from '../../lib/text';
import type { PdfPart } from '../../pdf';
import type { Collaborative } from '../collaboratives';
import { changeText, countsText, noteText, officeText, type Roster } from './roster.views';
import type { RosterLine } from './roster';

const columns = ['seat', 'constituency', 'vote', 'member', 'office', 'since', 'until', 'note'] as const;

/** The roster for a spreadsheet: a row for each seat, vacant ones too; days as year, month, day. */
export const rosterCsv = (t: Translate, { lines }: Roster): string =>
  csvText([columns.map((column) => t(`roster.columns.${column}`)), ...lines.map((row) => csvRow(t, row))]);

const csvRow = (t: Translate, row: RosterLine): string[] => [
  row.seat.code,
  t(`common.constituency.${row.seat.constituency}`),
  t(row.seat.isVoting ? 'common.yes' : 'common.no'),
  ...(row.member === null
    ? ['', '', '', '', t('roster.vacant')]
    : [row.member.name, officeText(t, row.member) ?? '', row.member.startedOn, row.member.termEndsOn, noteText(t, row) ?? '']),
];

/** The printed roster of a day: a table of the seats, then what changed it. */
export const rosterParts = (t: Translate, collaborative: Collaborative, roster: Roster): PdfPart[] => [
  { kind: 'heading', level: 1, text: rosterTitle(t, collaborative) },
  { kind: 'paragraph', text: `${t('roster.asOf', { date: formatDate(t.locale, roster.on) })} · ${countsText(t, roster.lines)}` },
  {
    kind: 'table',
    table: {
      caption: t('roster.tableCaption'),
      columns: [
        { label: t('roster.columns.seat'), width: 58 },
        { label: t('roster.columns.member') },
        { label: t('roster.columns.constituency'), width: 110 },
        { label: t('roster.columns.until'), width: 84 },
        { label: t('roster.columns.note'), width: 110 },
      ],
      rows: roster.lines.map((row) => pdfRow(t, row)),
    },
  },
  ...(roster.changes.length === 0
    ? []
    : ([
        { kind: 'heading', level: 2, text: t('roster.changes') },
        { kind: 'list', items: roster.changes.map((change) => `${formatDate(t.locale, change.on)}: ${changeText(t, change)}`) },
      ] as const)),
];

export const rosterTitle = (t: Translate, { name }: Collaborative): string =>
  t('membership.roster.title', { name: inLocale(name, t.locale) });

function pdfRow(t: Translate, row: RosterLine): string[] {
  const office = officeText(t, row.member);
  return [
    row.seat.code,
    row.member === null ? t('roster.vacant') : [row.member.name, ...(office === null ? [] : [office])].join(' · '),
    t(`common.constituency.${row.seat.constituency}`),
    row.member === null ? '' : formatDate(t.locale, row.member.termEndsOn, 'shortDate'),
    noteText(t, row) ?? '',
  ];
}
