import type { LocalText } from '../../lib/local-text';
import { shownGroups } from '../composition';
import { binsOf, byDay, coverageRows, ranked, topOf, type ApartCounts, type Figures } from './figures';

export const reportNames = ['days', 'constituency', 'language', 'zip', 'source', 'coverage', 'scores', 'offers'] as const;
export type ReportName = (typeof reportNames)[number];

/** One plot with its table. A null count is a group too small to show. */
export interface Report {
  /** `apart`: an optional question that is kept apart. */
  readonly name: ReportName | 'apart';
  /** Unique on its page. */
  readonly id: string;
  readonly rows: readonly { readonly key: string; readonly count: number | null }[];
  readonly question: { readonly label: LocalText; readonly options: ReadonlyMap<string, LocalText> } | null;
}

/** ZIP codes beyond this many are taken together. */
const mostZips = 15;

/** The reports for staff, in the order of their page. */
export function staffReports(
  figures: Figures,
  apart: readonly ApartCounts[],
  { minimumReviews, smallGroup }: { minimumReviews: number; smallGroup: number },
): Report[] {
  const rows: Readonly<Record<ReportName, Report['rows']>> = {
    days: byDay(figures.byHour),
    constituency: ranked(figures.byConstituency),
    language: ranked(figures.byLanguage),
    zip: topOf(figures.byZip, mostZips, 'rest'),
    source: ranked(figures.bySource),
    coverage: coverageRows(figures.coverage, minimumReviews),
    scores: binsOf(figures.scores),
    offers: ranked(figures.offers),
  };
  return [...reportNames.map((name) => ({ name, id: name, rows: rows[name], question: null })), ...apartReports(apart, smallGroup)];
}

/** The reports for everybody: nothing about how panels scored, and no group under `smallGroup`. */
export function publicReports(figures: Figures, apart: readonly ApartCounts[], smallGroup: number): Report[] {
  const shown = (counts: ReadonlyMap<string, number>): Report['rows'] =>
    shownGroups(counts, smallGroup).map(({ group, count }) => ({ key: group, count }));
  const rows = {
    constituency: shown(figures.byConstituency),
    language: shown(figures.byLanguage),
    source: shown(figures.bySource),
  };
  return [
    ...(['constituency', 'language', 'source'] as const).map((name) => ({ name, id: name, rows: rows[name], question: null })),
    ...apartReports(apart, smallGroup),
  ];
}

const apartReports = (apart: readonly ApartCounts[], smallGroup: number): Report[] =>
  apart.map(({ key, label, options, counts }) => ({
    name: 'apart',
    id: `apart-${key}`,
    rows: shownGroups(counts, smallGroup).map(({ group, count }) => ({ key: group, count })),
    question: { label, options },
  }));
