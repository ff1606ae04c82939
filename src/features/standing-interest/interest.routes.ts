import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { leave, leaverIn } from './interest.actions';
import { interestPaths } from './interest.paths';
import { leaveView } from './interest.views';

/** Asking to be told no more of next cycles. A link only looks; its button, or a mail program, does it. */
export function interestRoutes(deps: Deps): Router {
  const router = Router();

  router.get(interestPaths.leave.pattern, (req, res) => {
    leaverIn(deps, req.params.token);
    show(res, req.params.token, false);
  });

  router.post(interestPaths.leave.pattern, async (req, res) => {
    await leave(deps, req.params.token);
    show(res, req.params.token, true);
  });

  return router;
}

function show(res: Response, token: string, isDone: boolean): void {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  renderPage(res, 'standing-interest/leave', { ...leaveView(requestContext(res).t, token, isDone), unlisted: true });
}
