import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { csvText } from '../../lib/text';
import { blankForm, choiceView, type ChoiceView } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, type Cycle } from '../cycles';
import { chartView, type ChartView, type Names } from './chart.views';
import type { Report } from './report';
import { reportPaths } from './reports.paths';

interface ReportsView {
  readonly title: string;
  readonly district: string | null;
  readonly back: string;
  readonly lede: string;
  readonly filter: { readonly action: string; readonly choice: ChoiceView } | null;
  readonly csvHref: string;
  readonly charts: readonly ChartView[];
  readonly apart: readonly ChartView[];
  readonly spread: string;
  readonly apartNote: string;
}

declare module '../../web/render' {
  interface Views {
    'reports/show': ReportsView;
  }
}

export interface ReportsParts {
  readonly cycle: Cycle;
  /** Collaboratives this person may see figures of. */
  readonly collaboratives: readonly Collaborative[];
  /** The one that is looked at; null: all of them together. */
  readonly chosen: Collaborative | null;
  readonly reports: readonly Report[];
  readonly names: Names;
  readonly applications: number;
  readonly withSpread: number;
}

/** The reports of a cycle for staff. */
export function reportsView(t: Translate, parts: ReportsParts): ReportsView {
  const { cycle, chosen, collaboratives, reports } = parts;
  const { code } = cycle;
  const place = chosen === null ? t('reports.everywhere') : inLocale(chosen.name, t.locale);
  const charts = reports.map((report) => ({ report, chart: chartView(t, report, parts.names) }));
  const options = [
    ['', t('reports.everywhere')] as const,
    ...collaboratives.map(({ slug, area }) => [slug, inLocale(area, t.locale)] as const),
  ];
  return {
    title: t('reports.title', { cycle: inLocale(cycle.name, t.locale) }),
    district: chosen?.slug ?? null,
    back: cyclePaths.show({ code }),
    lede: t('reports.lede', { count: parts.applications, place }),
    filter:
      collaboratives.length < 2
        ? null
        : {
            action: reportPaths.show({ code }),
            choice: choiceView(t, blankForm({ c: chosen?.slug ?? '' }), 'c', t('cycles.show.collaborative'), options),
          },
    csvHref: withQuery(reportPaths.csv({ code }), { c: chosen?.slug }),
    charts: charts.filter(({ report }) => report.name !== 'apart').map(({ chart }) => chart),
    apart: charts.filter(({ report }) => report.name === 'apart').map(({ chart }) => chart),
    spread: t('reports.spread', { count: parts.withSpread }),
    apartNote: t('reports.apartNote', { number: parts.names.smallGroup }),
  };
}

/** The same figures as a table that a spreadsheet opens. */
export function reportsCsv(t: Translate, parts: ReportsParts): string {
  const head = [t('reports.csv.report'), t('reports.csv.group'), t('reports.number')];
  const rows = parts.reports.flatMap((report) => {
    const { title, rows: own } = chartView(t, report, parts.names);
    return own.map(({ label }, place) => [title, label, String(report.rows[place]?.count ?? '')]);
  });
  return csvText([head, ...rows]);
}
