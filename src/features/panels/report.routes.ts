import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { panelPaths } from './panel.paths';
import { arrangedPanel } from './place.queries';
import { loadReport } from './report.queries';
import { reportView } from './report.views';

/** Coverage and scoring of a panel. */
export function reportRoutes(deps: Deps): Router {
  const router = Router();
  router.get(panelPaths.report.pattern, requireSignIn, async (req: Request<{ code: string; slug: string }>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    renderPage(res, 'panels/report', reportView(t, await loadReport(deps.reads, panel), dateOf(deps.clock.now())));
  });
  return router;
}
