import { formatDate, formatNumber } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import { bars, columns, type Drawing } from './chart';
import type { Report } from './report';

export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly head: string;
  readonly drawing: Drawing;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  readonly isEmpty: boolean;
}

/** Names that only the page knows: options of the question on how people heard of us, and the size of a group too small. */
export interface Names {
  readonly sources: ReadonlyMap<string, LocalText>;
  readonly smallGroup: number;
}

/** A report as a drawing in words and shapes, with its table. */
export function chartView(t: Translate, report: Report, names: Names): ChartView {
  const rows = report.rows.map(({ key, count }) => ({
    key,
    isHidden: count === null,
    label: labelOf(t, report, key, names),
    value: count ?? 0,
    text: count === null ? t('reports.small') : formatNumber(t.locale, count),
  }));
  const isOrdered = report.name === 'days' || report.name === 'scores';
  const drawn = rows.filter(({ key }) => key !== 'rest');
  const title = report.question === null ? t(`reports.titles.${shownName(report.name)}`) : inLocale(report.question.label, t.locale);
  return {
    id: report.id,
    title,
    desc: descOf(t, report, rows),
    head: t(`reports.heads.${report.name}`),
    drawing: isOrdered ? columns(drawn) : bars(drawn),
    rows,
    isEmpty: rows.length === 0,
  };
}

const shownName = (name: Report['name']) => (name === 'apart' ? 'constituency' : name);

interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly isHidden: boolean;
}

/** No total where groups are hidden or answers overlap: it would be that of the groups shown alone. */
function descOf(t: Translate, { name }: Report, rows: readonly ChartRow[]): string {
  const all = rows.reduce((sum, { value }) => sum + value, 0);
  const [most] = rows.filter(({ key }) => key !== 'rest').sort((a, b) => b.value - a.value);
  if (most === undefined || all === 0) return t('reports.desc.none');
  const isWhole = name !== 'apart' && !rows.some(({ isHidden }) => isHidden);
  const words = { label: most.label, number: most.text };
  return isWhole ? t('reports.desc.some', { count: all, ...words }) : t('reports.desc.apart', words);
}

function labelOf(t: Translate, report: Report, key: string, { sources }: Names): string {
  if (report.question !== null) return optionText(t, report.question.options, key);
  if (report.name === 'source') return optionText(t, sources, key);
  if (report.name === 'days') return formatDate(t.locale, key, 'shortDate');
  if (report.name === 'language') return languageName(t, key);
  return stateText(t, report.name, key);
}

const optionText = (t: Translate, options: ReadonlyMap<string, LocalText>, key: string): string => {
  const label = options.get(key);
  return label === undefined ? t('reports.unanswered') : inLocale(label, t.locale);
};

function stateText(t: Translate, name: Report['name'], key: string): string {
  if (name === 'constituency') return t.loosely(`common.constituency.${key}`);
  if (name === 'offers') return t.loosely(`reports.offers.${key}`);
  if (name === 'coverage') return t('reports.reviews', { count: Number(key) });
  if (name === 'scores') return t('reports.bin', { from: Number(key) * 10, to: key === '9' ? 100 : Number(key) * 10 + 9 });
  if (key === 'rest') return t('reports.rest');
  return key === '' ? t('reports.unanswered') : key;
}
