import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import type { FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug, listCollaboratives, type Collaborative } from '../collaboratives';
import { boardStates, type BoardState, type Promised } from './commitment';
import { moveCommitment, promiseToMove } from './commitment.actions';
import { parseMove } from './commitment.form';
import { commitmentPaths } from './commitment.paths';
import { commitmentPolicy } from './commitment.policy';
import { countPromises, getPromise, listMovesOf, listPromises } from './commitment.queries';
import { boardView, showView } from './commitment.views';
import { movingView } from './moving.views';

/** The board of what the district has promised, each promise with its moves, and where the office says how it stands. */
export function commitmentRoutes(deps: Deps): Router {
  const router = Router();
  router.use(commitmentPaths.moving.pattern, requireSignIn);
  router.get(commitmentPaths.all.pattern, (req, res) => showBoard(deps, req, res, null));

  router.get(commitmentPaths.ofBody.pattern, async (req, res) => {
    await showBoard(deps, req, res, await getCollaborativeBySlug(deps.reads, req.params.slug));
  });

  router.get(commitmentPaths.show.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const promise = await getPromise(deps.reads, req.params.id);
    const collaborative = await getCollaborative(deps.reads, promise.collaborativeId);
    const moves = await listMovesOf(deps.reads, [promise.id]);
    const mayMove = commitmentPolicy.move(actor, promise).allowed;
    renderPage(res, 'commitments/show', showView(t, { promise, collaborative, moves, today: dateOf(now), mayMove }));
  });

  router.get(commitmentPaths.moving.pattern, async (req, res) => {
    const promise = await promiseToMove({ db: deps.reads }, requestContext(res).actor, req.params.id);
    await showForm(deps, res, { promise, sent: null, isStale: false });
  });

  router.post(commitmentPaths.moves.pattern, (req, res) => takeMove(deps, req, res));
  return router;
}

const stateIn = (asked: unknown): BoardState => boardStates.find((state) => state === asked) ?? 'open';

async function showBoard(deps: Deps, req: Request, res: Response, collaborative: Collaborative | null): Promise<void> {
  const { t, now } = requestContext(res);
  const { reads } = deps;
  const today = dateOf(now);
  const state = stateIn(req.query['state']);
  const cursor = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
  const collaborativeId = collaborative?.id ?? null;
  const { rows, next } = await listPromises(reads, { collaborativeId, state, today, cursor });
  const moves = await listMovesOf(
    reads,
    rows.map(({ id }) => id),
  );
  const counts = await countPromises(reads, collaborativeId, today);
  const collaboratives = collaborative === null ? await listCollaboratives(reads) : [];
  const isFirst = cursor === undefined;
  const view = boardView(t, { collaborative, collaboratives, state, promises: rows, next, isFirst, moves, counts, today });
  renderPage(res, 'commitments/board', view);
}

async function takeMove(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { t, now } = requestContext(res);
  const actor = signedIn(res);
  const { id } = req.params;
  const promise = await promiseToMove({ db: deps.reads }, actor, id);
  const form = parseMove(req.body, promise, dateOf(now));
  if (!form.ok) return showForm(deps, res, { promise, sent: form, isStale: false });
  try {
    await moveCommitment(deps, actor, id, form.values);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(deps, res, { promise: await getPromise(deps.db, id), sent: { raw: form.raw, errors: {} }, isStale: true });
  }
  setFlash(req, t('commitments.form.saved'));
  res.redirect(303, commitmentPaths.show({ id }));
}

interface Form {
  readonly promise: Promised;
  readonly sent: FormState | null;
  readonly isStale: boolean;
}

async function showForm(deps: Deps, res: Response, { promise, sent, isStale }: Form): Promise<void> {
  const { t, now } = requestContext(res);
  const collaborative = await getCollaborative(deps.reads, promise.collaborativeId);
  const view = movingView(t, { promise, collaborative, today: dateOf(now), sent, isStale });
  renderPage(res, 'commitments/moving', view, sent === null ? 200 : isStale ? 409 : 422);
}
