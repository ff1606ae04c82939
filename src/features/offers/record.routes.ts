import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { boardAt, slatePolicy } from '../selection';
import { loadRecord } from './record.queries';
import { recordView } from './record.views';
import { releasePaths } from './release.paths';

type AtSlate = Request<{ code: string; slug: string }>;
type AtPerson = Request<{ code: string; slug: string; id: string }>;

/** The record of decisions, for staff of the collaborative, administrators and its approver; printable. */
export function recordRoutes(deps: Deps): Router {
  const router = Router();

  router.get(releasePaths.record.pattern, requireSignIn, (req: AtSlate, res) => show(deps, req.params, res, null));

  router.get(releasePaths.personRecord.pattern, requireSignIn, (req: AtPerson, res) => show(deps, req.params, res, req.params.id));

  return router;
}

async function show(deps: Deps, address: { code: string; slug: string }, res: Response, only: string | null): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const board = await boardAt({ ...deps, db: deps.reads }, address);
  const asApprover = slatePolicy.viewAsApprover(actor, board.slate);
  conceal(asApprover.allowed ? asApprover : slatePolicy.view(actor, board.slate));
  if (board.slate.status !== 'released') throw new NotFound();
  if (only !== null && !board.candidates.some(({ id }) => id === only)) throw new NotFound();
  const record = await loadRecord(deps.reads, board);
  renderPage(res, 'offers/record', recordView(t, { board, record, now, only }));
}
