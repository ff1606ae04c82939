import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { PageModel } from '../../web/render';
import { compositionPaths, compositionView, targetsMet, type CompositionTable } from '../composition';
import { mixText, reviewPaths } from '../reviews';
import { composedOf, factsOf, isOpen, toDecideOf, type Board, type BoardCandidate } from './board';
import { betterIsOpen, isKeptElsewhere } from './decision';
import { alternatesIn, outOfRankOrder } from './placement';
import { slatePaths } from './selection.paths';
import { isEditable, mayChooseIn, slateMachine, type Entry } from './slate';

type Tag = { readonly text: string; readonly tone: string };

interface SeatRow {
  readonly code: string;
  readonly constituency: string;
  readonly person: PlacedRow | null;
}

/** Somebody on the slate. */
export interface PlacedRow {
  readonly id: string;
  readonly name: string;
  readonly total: string;
  readonly href: string;
  readonly needsReason: boolean;
  readonly reason: string | null;
  readonly isHeld: boolean;
}

interface AlternateGroup {
  readonly constituency: string;
  readonly rows: readonly (PlacedRow & { readonly place: string })[];
}

interface CandidateRow {
  readonly id: string;
  readonly rank: string;
  readonly name: string;
  readonly href: string;
  readonly constituency: string;
  readonly total: string;
  readonly normalised: string;
  readonly reviews: string;
  readonly flags: readonly Tag[];
  readonly placement: Tag | null;
  readonly mayPlace: boolean;
}

export interface BoardView extends PageModel {
  readonly kicker: string;
  readonly status: Tag;
  readonly notice: { readonly tone: string; readonly title: string | null; readonly text: string } | null;
  readonly mix: string;
  readonly version: string;
  readonly mayEdit: boolean;
  readonly actions: Readonly<Record<'place' | 'remove' | 'move', string>>;
  readonly send: string | null;
  readonly takeBack: string | null;
  readonly release: { readonly href: string; readonly text: string } | null;
  readonly seats: readonly SeatRow[];
  readonly alternates: readonly AlternateGroup[];
  readonly composition: readonly CompositionTable[];
  readonly targets: { readonly href: string; readonly met: Tag | null };
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly candidates: readonly CandidateRow[];
}

declare module '../../web/render' {
  interface Views {
    'selection/board': BoardView;
  }
}

/** The board on which staff build a slate. `shown` filters the ranking by constituency. */
export function boardView(t: Translate, board: Board, { mayPropose, shown }: { mayPropose: boolean; shown: string }): BoardView {
  const { slate, cycle, collaborative } = board;
  const params = { code: cycle.code, slug: collaborative.slug };
  const mayEdit = mayPropose && isBeingBuilt(board);
  const rows = placedRows(t, board);
  return {
    title: t('selection.board.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    status: { text: t(`selection.status.${slate.status}`), tone: slateTone[slate.status] },
    notice: noticeOf(t, board),
    mix: mixText(t, board.mix),
    version: String(slate.version),
    mayEdit,
    actions: { place: slatePaths.place(params), remove: slatePaths.remove(params), move: slatePaths.move(params) },
    send: mayEdit && rows.size > 0 ? slatePaths.send(params) : null,
    takeBack: mayPropose && mayTakeBack(slate) ? slatePaths.takeBack(params) : null,
    release: slateMachine.can(slate.status, 'release') ? { href: slatePaths.release(params), text: t('selection.board.release') } : null,
    seats: seatRows(t, board, rows),
    alternates: alternateGroups(t, board, rows),
    composition: compositionView(t, composedOf(board)),
    targets: { href: compositionPaths.targets(params), met: targetsMet(t, composedOf(board)) },
    tabs: tabsOf(t, board, shown),
    candidates: candidateRows(t, board, shown),
  };
}

const isBeingBuilt = ({ slate, cycle }: Board): boolean => isEditable(slate) && mayChooseIn(cycle.status);

const mayTakeBack = ({ status }: Board['slate']): boolean => slateMachine.can(status, 'recall') || slateMachine.can(status, 'reopen');

const slateTone = { draft: 'neutral', sent: 'info', approved: 'success', returned: 'warning', released: 'success' } as const;

/** Everyone on the slate by candidacy. */
export function placedRows(t: Translate, board: Board): ReadonlyMap<string, PlacedRow> {
  const outOfOrder = outOfRankOrder(factsOf(board));
  const people = new Map(board.candidates.map((candidate) => [candidate.id, candidate]));
  return new Map(
    board.entries.flatMap((entry) => {
      const candidate = people.get(entry.candidacyId);
      return candidate === undefined
        ? []
        : [[entry.candidacyId, placedRow(t, board, { entry, candidate, isOut: outOfOrder.has(entry.candidacyId) })] as const];
    }),
  );
}

function placedRow(
  t: Translate,
  board: Board,
  { entry, candidate, isOut }: { entry: Entry; candidate: BoardCandidate; isOut: boolean },
): PlacedRow {
  const params = { code: board.cycle.code, slug: board.collaborative.slug, id: candidate.id };
  const reason = reasonText(t, entry);
  return {
    id: candidate.id,
    name: candidate.name,
    total: pointsText(t, candidate),
    href: slatePaths.candidate(params),
    needsReason: isOut && reason === null,
    reason,
    isHeld: isOpen(candidate) && betterIsOpen(toDecideOf(candidate)),
  };
}

/** The reason for a choice in the reader's language; words of one's own as they were written. */
export function reasonText(t: Translate, entry: Pick<Entry, 'reason' | 'reasonWords'>): string | null {
  const coded = entry.reason === null || entry.reason === 'words' ? [] : [t(`selection.reason.${entry.reason}`)];
  const all = [...coded, ...(entry.reasonWords === null ? [] : [entry.reasonWords])];
  return all.length === 0 ? null : all.join(' · ');
}

export const pointsText = (t: Translate, { total }: Pick<BoardCandidate, 'total'>): string =>
  total.weighted === null ? t('selection.board.noTotal') : formatNumber(t.locale, total.weighted, 1);

export const constituencyText = (t: Translate, constituency: string): string => t.loosely(`common.constituency.${constituency}`);

export const seatRows = (t: Translate, board: Board, rows: ReadonlyMap<string, PlacedRow>): SeatRow[] =>
  board.seats.map((seat) => {
    const entry = board.entries.find((one) => one.seatId === seat.id);
    return {
      code: seat.code,
      constituency: constituencyText(t, seat.constituency),
      person: entry === undefined ? null : (rows.get(entry.candidacyId) ?? null),
    };
  });

export function alternateGroups(t: Translate, board: Board, rows: ReadonlyMap<string, PlacedRow>): AlternateGroup[] {
  const facts = factsOf(board);
  return [...new Set(facts.candidates.map((candidate) => candidate.constituency))].sort().flatMap((constituency) => {
    const line = alternatesIn(board.entries, facts.candidates, constituency).flatMap((entry) => {
      const row = rows.get(entry.candidacyId);
      return row === undefined ? [] : [{ ...row, place: String(entry.alternatePlace ?? '') }];
    });
    return line.length === 0 ? [] : [{ constituency: constituencyText(t, constituency), rows: line }];
  });
}

function noticeOf(t: Translate, { slate }: Board): BoardView['notice'] {
  if (slate.status === 'returned') return { tone: 'warning', title: t('selection.board.returned'), text: slate.returnWords ?? '' };
  if (slate.status === 'draft') return null;
  return { tone: slate.status === 'sent' ? 'neutral' : 'success', title: null, text: t(`selection.board.notice.${slate.status}`) };
}

function tabsOf(t: Translate, board: Board, shown: string): BoardView['tabs'] {
  const address = slatePaths.board({ code: board.cycle.code, slug: board.collaborative.slug });
  const constituencies = [...new Set(board.candidates.map((candidate) => candidate.constituency))].sort();
  const tab = (value: string, text: string) => ({ href: withQuery(address, { constituency: value }), text, isCurrent: value === shown });
  const count = (constituency: string): number => board.candidates.filter((candidate) => candidate.constituency === constituency).length;
  return [
    tab('', t('selection.board.everyone', { count: board.candidates.length })),
    ...constituencies.map((one) => tab(one, t('selection.board.tab', { name: constituencyText(t, one), count: count(one) }))),
  ];
}

function candidateRows(t: Translate, board: Board, shown: string): CandidateRow[] {
  const seatOf = new Map(board.seats.map((seat) => [seat.id, seat.code]));
  const entryOf = new Map(board.entries.map((entry) => [entry.candidacyId, entry]));
  const rankIn = new Map<string, number>();
  return board.candidates.flatMap((candidate) => {
    const rank = (rankIn.get(candidate.constituency) ?? 0) + 1;
    rankIn.set(candidate.constituency, rank);
    if (shown !== '' && candidate.constituency !== shown) return [];
    const { total } = candidate;
    const entry = entryOf.get(candidate.id);
    return [
      {
        id: candidate.id,
        rank: String(rank),
        name: candidate.name,
        href: reviewPaths.file({ id: candidate.id }),
        constituency: constituencyText(t, candidate.constituency),
        total: pointsText(t, candidate),
        normalised: total.normalised === null ? '' : formatNumber(t.locale, total.normalised, 2),
        reviews: String(total.reviews),
        flags: flagsOf(t, candidate),
        placement: entry === undefined ? null : placementTag(t, entry, seatOf),
        mayPlace: entry === undefined && isOpen(candidate),
      },
    ];
  });
}

const placementTag = (t: Translate, entry: Entry, seatOf: ReadonlyMap<string, string>): Tag =>
  entry.seatId === null
    ? { text: t('selection.board.alternate', { place: entry.alternatePlace ?? 0 }), tone: 'info' }
    : { text: t('selection.board.seat', { code: seatOf.get(entry.seatId) ?? '' }), tone: 'success' };

function flagsOf(t: Translate, candidate: BoardCandidate): Tag[] {
  const { total } = candidate;
  const flags: [boolean, Tag][] = [
    [!total.isCovered, { text: t('selection.board.flags.notCovered'), tone: 'warning' }],
    [total.hasSpread, { text: t('selection.board.flags.spread'), tone: 'warning' }],
    [isKeptElsewhere(toDecideOf(candidate)), { text: t('selection.board.flags.kept'), tone: 'info' }],
    [isOpen(candidate) && betterIsOpen(toDecideOf(candidate)), { text: t('selection.board.flags.held'), tone: 'neutral' }],
    [!isOpen(candidate), { text: t(`selection.candidacy.${candidate.status}`), tone: 'neutral' }],
  ];
  return flags.filter(([shown]) => shown).map(([, tag]) => tag);
}
