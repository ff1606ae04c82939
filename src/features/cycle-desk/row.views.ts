import { formatDay, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, type Cycle } from '../cycles';
import { offerPaths } from '../offers';
import { mixText } from '../reviews';
import { slatePaths } from '../selection';
import { cycleDeskPaths } from './cycle-desk.paths';
import type { Standing } from './standing';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface RowView {
  readonly slug: string;
  readonly area: string;
  readonly seats: readonly string[];
  readonly firstChoice: string;
  readonly all: string;
  readonly panel: string;
  readonly reviews: readonly string[];
  readonly slate: { readonly text: string; readonly tone: Tone };
  readonly offers: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string; readonly label: string }[];
}

const slateTones: Readonly<Record<string, Tone>> = {
  none: 'neutral',
  draft: 'neutral',
  sent: 'warning',
  returned: 'danger',
  approved: 'info',
  released: 'success',
};

interface RowParts {
  readonly cycle: Cycle;
  readonly standings: readonly Standing[];
  readonly viewer: { readonly staffOf: readonly string[] };
}

/** One collaborative on the desk of a cycle. */
export function rowView(t: Translate, parts: RowParts, { id, slug, area: areaText }: Collaborative): RowView {
  const standing = parts.standings.find(({ collaborativeId }) => collaborativeId === id);
  if (standing === undefined) throw new Error('no standing of a collaborative');
  const area = inLocale(areaText, t.locale);
  const slate = standing.slate ?? 'none';
  return {
    slug,
    area,
    seats: seatLines(t, standing),
    firstChoice: formatNumber(t.locale, standing.firstChoice),
    all: formatNumber(t.locale, standing.all),
    panel: panelText(t, standing),
    reviews: reviewLines(t, standing),
    slate: { text: t(`cycleDesk.slate.${slate}`), tone: slateTones[slate] ?? 'neutral' },
    offers: offerLines(t, standing),
    links: parts.viewer.staffOf.includes(id) ? linksOf(t, { code: parts.cycle.code, slug }, area) : [],
  };
}

const seatLines = (t: Translate, { seats }: Standing): string[] =>
  seats.length === 0
    ? [t('cycles.show.noSeats')]
    : seats.map(({ constituency, count }) => t('cycles.show.seatCount', { constituency: t(`common.constituency.${constituency}`), count }));

function panelText(t: Translate, { panel }: Standing): string {
  return panel.staff + panel.member + panel.public === 0 ? t('cycleDesk.row.noPanel') : mixText(t, panel);
}

function reviewLines(t: Translate, { toReview, covered, unassigned }: Standing): string[] {
  if (toReview === 0) return [t('cycleDesk.row.nothingToReview')];
  const lines = [t('cycleDesk.row.covered', { covered, count: toReview })];
  return unassigned === 0 ? lines : [...lines, t('cycleDesk.row.unassigned', { count: unassigned })];
}

function offerLines(t: Translate, { offers, answerBy }: Standing): string[] {
  const lines = (['open', 'accepted', 'declined', 'lapsed'] as const)
    .filter((status) => offers[status] > 0)
    .map((status) => t(`cycleDesk.offers.${status}`, { count: offers[status] }));
  const last = answerBy === null ? [] : [t('cycleDesk.offers.by', { date: formatDay(t.locale, answerBy, 'shortDate') })];
  return lines.length === 0 ? [t('cycleDesk.offers.none')] : [...lines, ...last];
}

const linksOf = (t: Translate, params: { code: string; slug: string }, area: string) => [
  { text: t('cycleDesk.links.seats'), href: cycleDeskPaths.seats(params), label: t('cycleDesk.links.seatsEach', { area }) },
  { text: t('cycles.show.applications'), href: cyclePaths.applications(params), label: t('cycles.show.applicationsEach', { area }) },
  { text: t('cycles.show.panel'), href: cyclePaths.panel(params), label: t('cycles.show.panelEach', { area }) },
  { text: t('cycles.show.slate'), href: slatePaths.board(params), label: t('cycles.show.slateEach', { area }) },
  { text: t('cycleDesk.row.offers'), href: offerPaths.board(params), label: t('cycleDesk.links.offersEach', { area }) },
];
