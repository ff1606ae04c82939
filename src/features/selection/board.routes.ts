import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { withQuery } from '../../lib/path';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import type { Board, BoardCandidate } from './board';
import { filterAt, filterFrom, queryOf, type BoardFilter } from './board-filter';
import { boardView } from './board.views';
import { choicesView } from './choices.views';
import { placeView } from './place.views';
import { boardPaths, slatePaths, whatIfPaths } from './selection.paths';
import { shownBoard } from './shown-board.routes';
import { moveAlternate, placeCandidate, removeCandidate } from './slate.actions';
import { parseMove, parsePlacement, parseRemoval, valuesOf } from './slate.form';
import { slatePolicy } from './slate.policy';

type AtBoard = Request<{ code: string; slug: string; whatIf?: string }>;
type AtCandidate = Request<{ code: string; slug: string; whatIf?: string; id: string }>;
type Paths = Readonly<Record<'board' | 'candidate' | 'place' | 'remove' | 'move' | 'choices', { readonly pattern: string }>>;

/** The board of the slate and of each what-if slate, for staff of the collaborative and administrators. */
export function boardRoutes(deps: Deps): Router {
  const router = Router();
  for (const paths of [slatePaths, whatIfPaths]) {
    showRoutes(deps, router, paths);
    changeRoutes(deps, router, paths);
  }
  return router;
}

function showRoutes(deps: Deps, router: Router, paths: Paths): void {
  router.get(paths.board.pattern, requireSignIn, async (req: AtBoard, res) => {
    const { actor, t } = requestContext(res);
    const board = await shownBoard(deps, req.params, res);
    const mayPropose = slatePolicy.propose(actor, board.slate).allowed;
    renderPage(res, 'selection/board', boardView(t, board, { mayPropose, filter: filterFrom(req.query) }));
  });

  router.get(paths.candidate.pattern, requireSignIn, async (req: AtCandidate, res) => {
    const { t } = requestContext(res);
    const board = await shownBoard(deps, req.params, res);
    const candidate = candidateOn(board, req.params.id);
    const entry = board.entries.find((one) => one.candidacyId === candidate.id);
    const raw = {
      seat: entry === undefined ? '' : (entry.seatId ?? 'alternate'),
      reason: entry?.reason ?? '',
      words: entry?.reasonWords ?? '',
    };
    renderPage(res, 'selection/place', placeView(t, board, candidate, { state: blankForm(raw), asksWhy: false }));
  });

  router.get(paths.choices.pattern, requireSignIn, async (req: AtBoard, res) => {
    const board = await shownBoard(deps, req.params, res);
    renderPage(res, 'selection/choices', choicesView(requestContext(res).t, board));
  });
}

function changeRoutes(deps: Deps, router: Router, paths: Paths): void {
  router.post(paths.place.pattern, requireSignIn, async (req: AtBoard, res) => {
    const { actor } = requestContext(res);
    const parsed = parsePlacement(withButton(req.body));
    if (!parsed.ok) return showPlace(deps, req, res, { state: parsed, asksWhy: false });
    const { candidacy, seat, reason, words, version } = parsed.values;
    const placing = { version, seat, candidacyId: candidacy, reason: reason === '' ? null : reason, reasonWords: words };
    const { outcome } = await placeCandidate(deps, actor, req.params, placing);
    if (outcome === 'needsReason') {
      const errors = { reason: { key: 'selection.errors.reasonMissing', values: {} } } as const;
      return showPlace(deps, req, res, { state: { raw: parsed.raw, errors }, asksWhy: true });
    }
    await sayPlace(deps, req, res, candidacy);
    res.redirect(303, backTo(req, `on-${candidacy}`));
  });

  router.post(paths.remove.pattern, requireSignIn, async (req: AtBoard, res) => {
    const { actor, t } = requestContext(res);
    const { version, candidacy } = valuesOf(parseRemoval(req.body));
    await removeCandidate(deps, actor, req.params, { version, candidacyId: candidacy });
    setFlash(req, t('selection.board.removed'));
    const board = await shownBoard({ ...deps, reads: deps.db }, req.params, res);
    res.redirect(303, backTo(req, `rank-${candidacy}`, filterAt(shownFilter(req), board, candidacy)));
  });

  router.post(paths.move.pattern, requireSignIn, async (req: AtBoard, res) => {
    const { version, candidacyId, wish } = valuesOf(parseMove(req.body));
    await moveAlternate(deps, requestContext(res).actor, req.params, { version, candidacyId, wish });
    await sayPlace(deps, req, res, candidacyId);
    res.redirect(303, backTo(req, typeof wish === 'number' ? `on-${candidacyId}` : `${wish}-${candidacyId}`));
  });
}

/** Leaves word of the place somebody has now. */
async function sayPlace(deps: Deps, req: AtBoard, res: Response, candidacyId: string): Promise<void> {
  const { t } = requestContext(res);
  const board = await shownBoard({ ...deps, reads: deps.db }, req.params, res);
  const entry = board.entries.find((one) => one.candidacyId === candidacyId);
  const name = board.candidates.find(({ id }) => id === candidacyId)?.name ?? '';
  const code = board.seats.find(({ id }) => id === entry?.seatId)?.code;
  const said =
    code === undefined
      ? t('selection.board.nowAlternate', { name, place: entry?.alternatePlace ?? 0 })
      : t('selection.board.nowSeat', { name, code });
  setFlash(req, said);
}

/** The board again, filtered as it was, with the focus where the reader was. */
function backTo(req: AtBoard, focus: string, filter: BoardFilter = shownFilter(req)): string {
  const { code, slug, whatIf } = req.params;
  return `${withQuery(boardPaths({ code, slug, whatIf: whatIf ?? null }).board, queryOf(filter))}#${encodeURIComponent(focus)}`;
}

/** What the board showed when a button of it was pressed. */
function shownFilter(req: AtBoard): BoardFilter {
  const body = req.body as Readonly<Record<string, unknown>> | undefined;
  const shown = typeof body?.['shown'] === 'string' ? body['shown'] : '';
  return filterFrom(Object.fromEntries(new URLSearchParams(shown)));
}

async function showPlace(deps: Deps, req: AtBoard, res: Response, shown: { state: FormState; asksWhy: boolean }): Promise<void> {
  const { t } = requestContext(res);
  const board = await shownBoard(deps, req.params, res);
  const id = shown.state.raw['candidacy'];
  const candidate = candidateOn(board, typeof id === 'string' ? id : '');
  renderPage(res, 'selection/place', placeView(t, board, candidate, shown), 422);
}

function candidateOn(board: Board, id: string): BoardCandidate {
  const candidate = board.candidates.find((one) => one.id === id);
  if (candidate === undefined) throw new NotFound();
  return candidate;
}

/** The board's buttons say `candidacy:seat` in one value; the longer form names both. */
function withButton(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('place' in body) || typeof body.place !== 'string') return body;
  const [candidacy = '', seat = ''] = body.place.split(':');
  return { ...body, candidacy, seat };
}
