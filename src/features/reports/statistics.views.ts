import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import { cycleFacts, cyclePaths, type Cycle, type SeatsOnOffer } from '../cycles';
import type { Rubric } from '../forms';
import { mixText, type PanelMix } from '../reviews';
import { chartView, type ChartView, type Names } from './chart.views';
import type { Counts } from './figures';
import type { Report } from './report';

interface Fact {
  readonly label: string;
  readonly value: string;
}

interface StatisticsView {
  readonly title: string;
  readonly lede: string;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly dates: readonly Fact[];
  readonly bodies: readonly { readonly slug: string; readonly area: string; readonly seats: string; readonly panel: string }[];
  readonly charts: readonly ChartView[];
  readonly criteria: readonly Fact[];
  readonly rubricHref: string;
  readonly decided: readonly string[];
  readonly note: string;
}

declare module '../../web/render' {
  interface Views {
    'reports/statistics': StatisticsView;
  }
}

interface StatisticsParts {
  readonly cycle: Cycle;
  readonly collaboratives: readonly Collaborative[];
  readonly seats: readonly SeatsOnOffer[];
  readonly panels: ReadonlyMap<string, PanelMix>;
  readonly rubric: Rubric;
  readonly reports: readonly Report[];
  readonly names: Names;
  readonly applications: number;
  readonly offers: Counts;
}

/** The public figures of a cycle: no names, no group under the smallest. */
export function statisticsView(t: Translate, parts: StatisticsParts): StatisticsView {
  const { cycle, seats, rubric, offers } = parts;
  const name = inLocale(cycle.name, t.locale);
  const made = [...offers.values()].reduce((sum, count) => sum + count, 0);
  const accepted = offers.get('accepted') ?? 0;
  const stat = (number: number, label: string) => ({ number: formatNumber(t.locale, number), label });
  const allSeats = seats.reduce((sum, { count }) => sum + count, 0);
  return {
    title: t('reports.statistics.title', { cycle: name }),
    lede: t('reports.statistics.lede'),
    stats: [
      stat(parts.applications, t('reports.statistics.applications', { count: parts.applications })),
      stat(allSeats, t('reports.statistics.seats', { count: allSeats })),
      ...(made === 0
        ? []
        : [
            stat(made, t('reports.statistics.offers', { count: made })),
            stat(accepted, t('reports.statistics.accepted', { count: accepted })),
          ]),
    ],
    dates: cycleFacts(t, cycle),
    bodies: parts.collaboratives.map((body) => bodyView(t, parts, body)),
    charts: parts.reports.map((report) => chartView(t, report, parts.names)),
    criteria: rubric.criteria.map(({ label, weight }) => ({
      label: inLocale(label, t.locale),
      value: t('cycles.rubric.weight', { weight }),
    })),
    rubricHref: cyclePaths.rubric({ code: cycle.code }),
    decided: (['ranked', 'order', 'tie', 'priority', 'oneOffer'] as const).map((rule) => t(`reports.statistics.decided.${rule}`)),
    note: t('reports.apartNote', { number: parts.names.smallGroup }),
  };
}

function bodyView(t: Translate, { seats, panels }: StatisticsParts, { id, slug, area }: Collaborative) {
  const mix = panels.get(id);
  const own = seats.filter(({ collaborativeId }) => collaborativeId === id);
  return {
    slug,
    area: inLocale(area, t.locale),
    seats: own
      .map(({ constituency, count }) => t('cycles.show.seatCount', { constituency: t(`common.constituency.${constituency}`), count }))
      .join(', '),
    panel: mix === undefined ? t('reports.statistics.noPanel') : mixText(t, mix),
  };
}
