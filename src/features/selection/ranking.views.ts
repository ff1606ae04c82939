import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { numberedPage } from '../../lib/numbered-pages';
import { withQuery } from '../../lib/path';
import { pageNumbers, type PageNumbers } from '../../web/page-numbers';
import { reviewPaths } from '../reviews';
import { isOpen, rankedOf, toDecideOf, type Board, type BoardCandidate } from './board';
import { queryOf, rankedOnPage, shownOf, type BoardFilter } from './board-filter';
import { betterIsOpen, isKeptElsewhere } from './decision';
import { constituencyText, pathsOf, pointsText } from './placed.views';
import { openTies } from './rank';
import type { Entry } from './slate';

type Tag = { readonly text: string; readonly tone: string };

export interface CandidateRow {
  readonly id: string;
  readonly rank: string;
  readonly name: string;
  readonly href: string;
  readonly constituency: string;
  readonly facts: string;
  readonly flags: readonly Tag[];
  readonly placement: Tag | null;
  readonly mayPlace: boolean;
}

export interface RankingView {
  readonly address: string;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly text: string;
  readonly constituency: string;
  readonly onlyUnplaced: boolean;
  /** The filter as a query, to come back to after a change. */
  readonly shown: string;
  readonly count: string;
  readonly rows: readonly CandidateRow[];
  readonly pages: PageNumbers | null;
}

/** The ranked people whom the filter shows, a page of them. */
export function rankingView(t: Translate, board: Board, filter: BoardFilter): RankingView {
  const found = shownOf(filter, board.candidates, board.entries);
  const page = numberedPage(found, filter.page, rankedOnPage);
  const address = pathsOf(board).board;
  return {
    address,
    tabs: tabsOf(t, board, filter),
    text: filter.text,
    constituency: filter.constituency,
    onlyUnplaced: filter.onlyUnplaced,
    shown: withQuery('', queryOf({ ...filter, page: page.number })).slice(1),
    count: t('selection.board.showing', { count: found.length, all: board.candidates.length }),
    rows: candidateRows(t, board, page.rows),
    pages: pageNumbers(t, page, (number) => `${withQuery(address, queryOf({ ...filter, page: number }))}#ranking`),
  };
}

function tabsOf(t: Translate, board: Board, filter: BoardFilter): RankingView['tabs'] {
  const constituencies = [...new Set(board.candidates.map((candidate) => candidate.constituency))].sort();
  const tab = (value: string, text: string) => ({
    href: withQuery(pathsOf(board).board, queryOf({ ...filter, constituency: value, page: 1 })),
    text,
    isCurrent: value === filter.constituency,
  });
  const count = (constituency: string): number => board.candidates.filter((candidate) => candidate.constituency === constituency).length;
  return [
    tab('', t('selection.board.everyone', { count: board.candidates.length })),
    ...constituencies.map((one) => tab(one, t('selection.board.tab', { name: constituencyText(t, one), count: count(one) }))),
  ];
}

function candidateRows(t: Translate, board: Board, shown: readonly BoardCandidate[]): CandidateRow[] {
  const seatOf = new Map(board.seats.map((seat) => [seat.id, seat.code]));
  const entryOf = new Map(board.entries.map((entry) => [entry.candidacyId, entry]));
  const ranks = ranksIn(board);
  const tied = tiedIn(board);
  return shown.map((candidate) => {
    const entry = entryOf.get(candidate.id);
    return {
      id: candidate.id,
      rank: String(ranks.get(candidate.id) ?? ''),
      name: candidate.name,
      href: reviewPaths.file({ id: candidate.id }),
      constituency: constituencyText(t, candidate.constituency),
      facts: factsText(t, candidate),
      flags: flagsOf(t, candidate, tied.has(candidate.id)),
      placement: entry === undefined ? null : placementTag(t, entry, seatOf),
      mayPlace: entry === undefined && isOpen(candidate),
    };
  });
}

/** The rank of each among those of their constituency. */
const ranksIn = ({ candidates }: Board): ReadonlyMap<string, number> =>
  new Map(
    [...groupBy(candidates, ({ constituency }) => constituency).values()].flatMap((own) =>
      own.map(({ id }, index) => [id, index + 1] as const),
    ),
  );

/** People with the same claim as somebody else of their constituency, among whom no lot was drawn. */
function tiedIn({ candidates }: Board): ReadonlySet<string> {
  const open = candidates.filter(isOpen).map(rankedOf);
  const constituencies = [...new Set(open.map(({ constituency }) => constituency))];
  return new Set(
    constituencies.flatMap((constituency) =>
      openTies(open.filter((one) => one.constituency === constituency)).flatMap((tie) => tie.map(({ candidacyId }) => candidacyId)),
    ),
  );
}

function factsText(t: Translate, candidate: BoardCandidate): string {
  const { total } = candidate;
  const adjusted =
    total.normalised === null ? [] : [t('selection.board.adjusted', { number: formatNumber(t.locale, total.normalised, 2) })];
  return [
    t('selection.board.totalOf', { total: pointsText(t, candidate) }),
    ...adjusted,
    t('selection.board.reviewCount', { count: total.reviews }),
  ].join(' · ');
}

export const placementTag = (t: Translate, entry: Pick<Entry, 'seatId' | 'alternatePlace'>, seatOf: ReadonlyMap<string, string>): Tag =>
  entry.seatId === null
    ? { text: t('selection.board.alternate', { place: entry.alternatePlace ?? 0 }), tone: 'info' }
    : { text: t('selection.board.seat', { code: seatOf.get(entry.seatId) ?? '' }), tone: 'success' };

function flagsOf(t: Translate, candidate: BoardCandidate, isTied: boolean): Tag[] {
  const { total, draw } = candidate;
  const flags: [boolean, Tag][] = [
    [candidate.hasPriority, { text: t('selection.board.flags.priority'), tone: 'info' }],
    [draw !== null, { text: t('selection.board.flags.drawn', { place: draw?.place ?? 0 }), tone: 'info' }],
    [isTied, { text: t('selection.board.flags.tied'), tone: 'neutral' }],
    [!total.isCovered, { text: t('selection.board.flags.notCovered'), tone: 'warning' }],
    [total.hasSpread, { text: t('selection.board.flags.spread'), tone: 'warning' }],
    [isKeptElsewhere(toDecideOf(candidate)), { text: t('selection.board.flags.kept'), tone: 'info' }],
    [isOpen(candidate) && betterIsOpen(toDecideOf(candidate)), { text: t('selection.board.flags.held'), tone: 'neutral' }],
    [!isOpen(candidate), { text: t(`selection.candidacy.${candidate.status}`), tone: 'neutral' }],
  ];
  return flags.filter(([shown]) => shown).map(([, tag]) => tag);
}
