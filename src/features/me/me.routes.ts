import { Router } from 'express';
import type { Deps } from '../../deps';
import { path } from '../../lib/path';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { mineOf } from './me.queries';
import { meView } from './me.views';

const mePath = path('/me');

/** One page for everybody who signs in: what is asked of them now, and what is theirs. */
export function meRoutes(deps: Deps): Router {
  const router = Router();
  router.get(mePath.pattern, requireSignIn, async (_req, res) => {
    const { t, now } = requestContext(res);
    const actor = signedIn(res);
    renderPage(res, 'me/show', meView(t, actor, await mineOf(deps.reads, actor, now), now));
  });
  return router;
}
