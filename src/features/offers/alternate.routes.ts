import { Router } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug } from '../collaboratives';
import { listAlternatesOf } from './alternate.queries';
import { alternatesView } from './alternate.views';
import { offerPaths } from './offer.paths';
import { offerPolicy } from './offer.policy';
import { listFreeSeatsOf } from './settle.queries';

/** The alternates of a collaborative, for its staff and administrators; to others there is no such page. */
export function alternateRoutes(deps: Deps): Router {
  const router = Router();
  router.get(offerPaths.alternates.pattern, requireSignIn, async (req, res) => {
    const { actor, t } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, String(req.params['slug']));
    conceal(offerPolicy.view(actor, { collaborativeId: collaborative.id }));
    const cycles = await listAlternatesOf(deps.reads, collaborative.id);
    const free = await listFreeSeatsOf(deps.reads, collaborative.id);
    res.set('Cache-Control', 'no-store');
    renderPage(res, 'offers/alternates', alternatesView(t, collaborative, { cycles, free }));
  });
  return router;
}
