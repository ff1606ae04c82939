import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import { compositionPaths, compositionView, targetsMet, type CompositionTable } from '../composition';
import { lotPaths } from '../lots';
import { mixText } from '../reviews';
import { composedOf, versionOf, type Board } from './board';
import type { BoardFilter } from './board-filter';
import {
  alternateGroups,
  pathsOf,
  placedRows,
  priorityText,
  seatRows,
  type AlternateGroup,
  type PlacedRow,
  type SeatRow,
} from './placed.views';
import { rankingView, type RankingView } from './ranking.views';
import { slatePaths, whatIfPaths } from './selection.paths';
import { isEditable, mayChooseIn, slateMachine } from './slate';

type Tag = { readonly text: string; readonly tone: string };
type Link = { readonly href: string; readonly text: string };

/** A form that buttons all over the board belong to, by its id. */
interface BoardForm {
  readonly id: 'place' | 'remove' | 'order';
  readonly action: string;
}

export interface BoardView extends PageModel {
  readonly kicker: string;
  readonly back: Link | null;
  readonly status: Tag;
  readonly notice: { readonly tone: string; readonly title: string | null; readonly text: string } | null;
  readonly priority: string | null;
  readonly mix: string;
  readonly version: string;
  readonly mayEdit: boolean;
  readonly actions: Readonly<Record<'move', string>>;
  readonly forms: readonly BoardForm[];
  readonly send: string | null;
  readonly takeBack: string | null;
  readonly release: Link | null;
  readonly links: readonly Link[];
  readonly adopt: { readonly action: string; readonly slateVersion: string } | null;
  readonly discard: string | null;
  readonly seats: readonly SeatRow[];
  readonly filled: string;
  readonly alternates: readonly AlternateGroup[];
  readonly composition: readonly CompositionTable[];
  readonly targets: { readonly href: string; readonly met: Tag | null };
  readonly ranking: RankingView;
}

declare module '../../web/render' {
  interface Views {
    'selection/board': BoardView;
  }
}

interface Shown {
  readonly mayPropose: boolean;
  readonly filter: BoardFilter;
}

/** The board on which staff build a slate, or try one out. */
export function boardView(t: Translate, board: Board, { mayPropose, filter }: Shown): BoardView {
  const { cycle, collaborative, whatIf } = board;
  const params = { code: cycle.code, slug: collaborative.slug };
  const mayEdit = mayPropose && isBeingBuilt(board);
  const rows = placedRows(t, board);
  return {
    title: whatIf === null ? t('selection.board.title') : t('selection.whatIf.boardTitle', { name: whatIf.name }),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: whatIf === null ? null : { href: whatIfPaths.list(params), text: t('selection.whatIf.title') },
    status: statusOf(t, board),
    notice: noticeOf(t, board),
    priority: priorityText(t, board),
    mix: mixText(t, board.mix),
    version: String(versionOf(board)),
    mayEdit,
    actions: { move: pathsOf(board).move },
    forms: mayEdit ? formsOf(board) : [],
    ...stepsOf(t, board, { mayPropose, mayEdit, rows }),
    links: linksOf(t, board),
    seats: seatRows(t, board, rows),
    filled: t('selection.board.filled', {
      filled: board.entries.filter(({ seatId }) => seatId !== null).length,
      count: board.seats.length,
    }),
    alternates: alternateGroups(t, board, rows),
    composition: compositionView(t, composedOf(board)),
    targets: { href: compositionPaths.targets(params), met: targetsMet(t, composedOf(board)) },
    ranking: rankingView(t, board, filter),
  };
}

/** Only what somebody can be moved with: a form without a button says nothing to who listens to the page. */
function formsOf(board: Board): BoardForm[] {
  const { place, remove, move } = pathsOf(board);
  const forms: BoardForm[] = [{ id: 'place', action: place }];
  if (board.entries.length > 0) forms.push({ id: 'remove', action: remove });
  if (board.entries.some(({ seatId }) => seatId === null)) forms.push({ id: 'order', action: move });
  return forms;
}

interface Standing {
  readonly mayPropose: boolean;
  readonly mayEdit: boolean;
  readonly rows: ReadonlyMap<string, PlacedRow>;
}

type Steps = Pick<BoardView, 'send' | 'takeBack' | 'release' | 'adopt' | 'discard'>;

const noStep: Steps = { send: null, takeBack: null, release: null, adopt: null, discard: null };

/** The steps that this board offers now. */
const stepsOf = (t: Translate, board: Board, standing: Standing): Steps =>
  board.whatIf === null ? slateSteps(t, board, standing) : whatIfSteps(board, board.whatIf.id, standing);

function slateSteps(t: Translate, { slate, cycle, collaborative }: Board, { mayPropose, mayEdit, rows }: Standing): Steps {
  const params = { code: cycle.code, slug: collaborative.slug };
  return {
    ...noStep,
    send: mayEdit && rows.size > 0 ? slatePaths.send(params) : null,
    takeBack: mayPropose && mayTakeBack(slate) ? slatePaths.takeBack(params) : null,
    release: slateMachine.can(slate.status, 'release') ? { href: slatePaths.release(params), text: t('selection.board.release') } : null,
  };
}

function whatIfSteps({ slate, cycle, collaborative }: Board, whatIf: string, { mayPropose, mayEdit }: Standing): Steps {
  const params = { code: cycle.code, slug: collaborative.slug, whatIf };
  return {
    ...noStep,
    adopt: mayEdit && isEditable(slate) ? { action: whatIfPaths.adopt(params), slateVersion: String(slate.version) } : null,
    discard: mayPropose ? whatIfPaths.discard(params) : null,
  };
}

function linksOf(t: Translate, { cycle, collaborative, slate, whatIf }: Board): Link[] {
  const params = { code: cycle.code, slug: collaborative.slug };
  const isReleased = whatIf === null && slate.status === 'released';
  return [
    ...(isReleased
      ? [
          { href: slatePaths.offers(params), text: t('offers.board.title') },
          { href: slatePaths.record(params), text: t('offers.record.title') },
        ]
      : []),
    ...(whatIf === null
      ? [
          { href: whatIfPaths.list(params), text: t('selection.whatIf.title') },
          { href: lotPaths.list(params), text: t('lots.list.title') },
          { href: slatePaths.lowerChoices(params), text: t('selection.lowerChoices.title') },
        ]
      : []),
    {
      href: whatIf === null ? slatePaths.choices(params) : whatIfPaths.choices({ ...params, whatIf: whatIf.id }),
      text: t('selection.choices.title'),
    },
  ];
}

const isBeingBuilt = ({ slate, cycle, whatIf }: Board): boolean =>
  mayChooseIn(cycle.status) && (whatIf === null ? isEditable(slate) : slate.status !== 'released');

const mayTakeBack = ({ status }: Board['slate']): boolean => slateMachine.can(status, 'recall') || slateMachine.can(status, 'reopen');

const slateTone = { draft: 'neutral', sent: 'info', approved: 'success', returned: 'warning', released: 'success' } as const;

const statusOf = (t: Translate, { slate, whatIf }: Board): Tag =>
  whatIf === null
    ? { text: t(`selection.status.${slate.status}`), tone: slateTone[slate.status] }
    : { text: t('selection.whatIf.tag'), tone: 'info' };

function noticeOf(t: Translate, { slate, whatIf }: Board): BoardView['notice'] {
  if (whatIf !== null) return { tone: 'neutral', title: null, text: t('selection.whatIf.notice') };
  if (slate.status === 'returned') return { tone: 'warning', title: t('selection.board.returned'), text: slate.returnWords ?? '' };
  if (slate.status === 'draft') return null;
  return { tone: slate.status === 'sent' ? 'neutral' : 'success', title: null, text: t(`selection.board.notice.${slate.status}`) };
}
