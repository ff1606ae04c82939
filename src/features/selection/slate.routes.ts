import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Invalid, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import type { Board, BoardCandidate } from './board';
import { boardView } from './board.views';
import { placeView } from './place.views';
import { slatePaths } from './selection.paths';
import { boardAt, moveAlternate, placeCandidate, removeCandidate, sendSlate, takeSlateBack, type SlateAddress } from './slate.actions';
import { parseMove, parsePlacement, parseRemoval, parseVersion } from './slate.form';
import { slatePolicy } from './slate.policy';

type AtSlate = Request<{ code: string; slug: string }>;

/** The slate board, for staff of the collaborative and administrators. */
export function slateRoutes(deps: Deps): Router {
  const router = Router();

  router.get(slatePaths.board.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    const board = await shownBoard(deps, req.params, res);
    const shown = typeof req.query['constituency'] === 'string' ? req.query['constituency'] : '';
    renderPage(res, 'selection/board', boardView(t, board, { mayPropose: slatePolicy.propose(actor, board.slate).allowed, shown }));
  });

  placeRoutes(deps, router);
  stepRoutes(deps, router);
  return router;
}

function placeRoutes(deps: Deps, router: Router): void {
  router.get(slatePaths.candidate.pattern, requireSignIn, async (req: Request<{ code: string; slug: string; id: string }>, res) => {
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

  router.post(slatePaths.place.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parsePlacement(withButton(req.body));
    if (!parsed.ok) return showPlace(deps, req, res, { state: parsed, asksWhy: false });
    const { candidacy, seat, reason, words, version } = parsed.values;
    const placing = { version, seat, candidacyId: candidacy, reason: reason === '' ? null : reason, reasonWords: words };
    const { outcome } = await placeCandidate(deps, actor, req.params, placing);
    if (outcome === 'needsReason') {
      const errors = { reason: { key: 'selection.errors.reasonMissing', values: {} } } as const;
      return showPlace(deps, req, res, { state: { raw: parsed.raw, errors }, asksWhy: true });
    }
    setFlash(req, t('common.saved'));
    res.redirect(303, slatePaths.board(req.params));
  });
}

function stepRoutes(deps: Deps, router: Router): void {
  router.post(slatePaths.remove.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { version, candidacy } = valuesOf(parseRemoval(req.body));
    await removeCandidate(deps, requestContext(res).actor, req.params, { version, candidacyId: candidacy });
    res.redirect(303, slatePaths.board(req.params));
  });

  router.post(slatePaths.move.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { version, move } = valuesOf(parseMove(req.body));
    const [candidacyId = '', direction] = move.split(':');
    await moveAlternate(deps, requestContext(res).actor, req.params, { version, candidacyId, by: direction === 'up' ? -1 : 1 });
    res.redirect(303, slatePaths.board(req.params));
  });

  router.post(slatePaths.send.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    await sendSlate(deps, actor, req.params, valuesOf(parseVersion(req.body)).version);
    setFlash(req, t('selection.board.sentFlash'));
    res.redirect(303, slatePaths.board(req.params));
  });

  router.post(slatePaths.takeBack.pattern, requireSignIn, async (req: AtSlate, res) => {
    await takeSlateBack(deps, requestContext(res).actor, req.params, valuesOf(parseVersion(req.body)).version);
    res.redirect(303, slatePaths.board(req.params));
  });
}

async function shownBoard(deps: Deps, address: SlateAddress, res: Response): Promise<Board> {
  const board = await boardAt({ ...deps, db: deps.reads }, address);
  conceal(slatePolicy.view(requestContext(res).actor, board.slate));
  return board;
}

async function showPlace(deps: Deps, req: AtSlate, res: Response, shown: { state: FormState; asksWhy: boolean }): Promise<void> {
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

function valuesOf<Values>(parsed: { ok: true; values: Values } | { ok: false }): Values {
  if (!parsed.ok) throw new Invalid('errors.invalid.lead');
  return parsed.values;
}
