import { Router } from 'express';
import type { Deps } from '../../deps';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { choiceRoutes } from './choice.routes';
import { mineOf } from './me.queries';
import { mePaths } from './me.paths';
import { meView } from './me.views';
import { ownRoutes } from './own.routes';

/** One page for everybody who signs in: what is asked of them now, and what is theirs. */
export function meRoutes(deps: Deps): Router {
  const router = Router();
  router.get(mePaths.show.pattern, requireSignIn, async (_req, res) => {
    const { t, now } = requestContext(res);
    const actor = signedIn(res);
    renderPage(res, 'me/show', meView(t, actor, await mineOf(deps.reads, actor, now), now));
  });
  router.use(ownRoutes(deps));
  router.use(choiceRoutes(deps));
  return router;
}
