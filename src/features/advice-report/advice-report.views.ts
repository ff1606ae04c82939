import { formatDate, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { blankForm, choiceView, type ChoiceView } from '../../web/form-view';
import { advicePaths } from '../advice';
import type { Collaborative } from '../collaboratives';
import type { ChartView } from '../reports';
import { sumOf, type Calendar, type ReportedNote, type ReportSum } from './advice-report';
import { chartsOf } from './advice-report-charts.views';
import { declinedLines, noteLines, type DeclinedLine, type ReportedLine } from './advice-report-lines.views';
import { adviceReportPaths } from './advice-report.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href: null;
}

interface BodyRow {
  readonly slug: string;
  readonly area: string;
  /** In the order of the heads. */
  readonly cells: readonly string[];
}

interface AdviceReportView {
  readonly title: string;
  readonly description: string;
  readonly district: string | null;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Link[];
  readonly filter: { readonly action: string; readonly choice: ChoiceView };
  readonly scopes: readonly (Link & { readonly isHere: boolean })[];
  readonly csv: string;
  readonly asOf: string;
  readonly isEmpty: boolean;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly days: readonly Fact[];
  readonly answers: ChartView;
  readonly commitments: ChartView;
  readonly late: string | null;
  readonly declined: readonly DeclinedLine[];
  /** Only in the report of all. */
  readonly bodies: { readonly heads: readonly string[]; readonly rows: readonly BodyRow[] } | null;
  readonly notes: readonly ReportedLine[];
  readonly counting: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'advice-report/show': AdviceReportView;
  }
}

export interface AdviceReport {
  /** All there are, in their order. */
  readonly collaboratives: readonly Collaborative[];
  /** The one it is about; null: all together. */
  readonly chosen: Collaborative | null;
  readonly year: number;
  /** In which notes were delivered, the newest first. */
  readonly years: readonly number[];
  readonly notes: readonly ReportedNote[];
  readonly calendar: Calendar;
  readonly baseUrl: string;
}

/** What the advice of a year changed, in numbers and note by note. */
export function adviceReportView(t: Translate, report: AdviceReport): AdviceReportView {
  const { chosen, year, notes, calendar } = report;
  const sum = sumOf(notes, calendar);
  return {
    ...headOf(t, report),
    ...linksOf(t, report),
    asOf: t('adviceReport.asOf', { date: formatDate(t.locale, calendar.today) }),
    isEmpty: notes.length === 0,
    stats: (['delivered', 'answered', 'open', 'overdue'] as const).map((name) => ({
      number: formatNumber(t.locale, sum[name]),
      label: t(`adviceReport.stats.${name}`, { count: sum[name] }),
    })),
    days: daysOf(t, sum, targetsOf(report)),
    ...chartsOf(t, sum),
    late: sum.commitments.promised === 0 ? null : t('adviceReport.commitments.late', { count: sum.commitments.late }),
    declined: declinedLines(t, notes),
    bodies: chosen === null ? bodiesOf(t, report) : null,
    notes: noteLines(t, report),
    counting: (['year', 'days', 'median', 'extended', 'late', 'target', 'table'] as const).map((rule) =>
      t(`adviceReport.counting.${rule}`, { year: String(year) }),
    ),
  };
}

function headOf(t: Translate, { chosen, year }: AdviceReport) {
  const home = { text: t('layout.home'), href: '/' };
  if (chosen === null)
    return {
      title: t('adviceReport.titleOfAll', { year: String(year) }),
      description: t('adviceReport.leadOfAll'),
      district: null,
      width: 'wide' as const,
      breadcrumbs: [home],
    };
  const { slug } = chosen;
  const name = inLocale(chosen.name, t.locale);
  return {
    title: t('adviceReport.title', { year: String(year), name }),
    description: t('adviceReport.lead'),
    district: slug,
    width: 'wide' as const,
    breadcrumbs: [home, { text: name, href: `/${slug}` }, { text: t('advice.list.short'), href: advicePaths.list({ slug }) }],
  };
}

function linksOf(t: Translate, { chosen, year, years, collaboratives }: AdviceReport) {
  const { all, allCsv, one, oneCsv } = adviceReportPaths;
  const offered = [...new Set([year, ...years])]
    .sort((first, second) => second - first)
    .map((value) => [String(value), String(value)] as const);
  const csv = chosen === null ? allCsv() : oneCsv({ slug: chosen.slug });
  return {
    filter: {
      action: chosen === null ? all() : one({ slug: chosen.slug }),
      choice: choiceView(t, blankForm({ year: String(year) }), 'year', t('adviceReport.year'), offered),
    },
    scopes: [
      { text: t('adviceReport.all'), href: withQuery(all(), { year }), isHere: chosen === null },
      ...collaboratives.map(({ slug, area }) => ({
        text: inLocale(area, t.locale),
        href: withQuery(one({ slug }), { year }),
        isHere: slug === chosen?.slug,
      })),
    ],
    csv: withQuery(csv, { year }),
  };
}

/** The working days in which those answer whose notes are counted, each number once. */
const targetsOf = ({ chosen, collaboratives, notes }: AdviceReport): number[] => {
  const advised = new Set(notes.map(({ collaborativeId }) => collaborativeId));
  const bodies = chosen === null ? collaboratives.filter(({ id }) => advised.has(id)) : [chosen];
  return [...new Set(bodies.map(({ settings }) => settings.answerDays))];
};

function daysOf(t: Translate, sum: ReportSum, targets: readonly number[]): Fact[] {
  const fact = (label: string, value: string): Fact => ({ label, value, href: null });
  const [target, ...others] = targets;
  return [
    fact(t('adviceReport.days.median'), daysText(t, sum.median)),
    fact(t('adviceReport.days.longest'), daysText(t, sum.longest)),
    ...(target === undefined || others.length > 0 ? [] : [fact(t('adviceReport.days.target'), daysText(t, target))]),
    fact(t('adviceReport.days.inTime'), t('adviceReport.days.inTimeOf', { inTime: sum.inTime, count: sum.answered })),
    fact(t('adviceReport.days.extensions'), formatNumber(t.locale, sum.extensions)),
    fact(t('adviceReport.days.questions'), formatNumber(t.locale, sum.questions)),
  ];
}

const daysText = (t: Translate, count: number | null): string =>
  count === null ? t('adviceReport.days.none') : t('adviceReport.days.count', { count });

/** Each collaborative in its fixed place: the report ranks nobody. */
function bodiesOf(t: Translate, { collaboratives, notes, calendar }: AdviceReport): AdviceReportView['bodies'] {
  const heads = ['delivered', 'answered', 'open', 'overdue', 'median', 'longest', 'target'] as const;
  const shown = (value: number | null): string => (value === null ? '' : formatNumber(t.locale, value, Number.isInteger(value) ? 0 : 1));
  return {
    heads: heads.map((head) => t(`adviceReport.heads.${head}`)),
    rows: collaboratives.map(({ id, slug, area, settings }) => {
      const sum = sumOf(
        notes.filter(({ collaborativeId }) => collaborativeId === id),
        calendar,
      );
      const target = sum.delivered === 0 ? null : settings.answerDays;
      return { slug, area: inLocale(area, t.locale), cells: heads.map((head) => shown(head === 'target' ? target : sum[head])) };
    }),
  };
}
