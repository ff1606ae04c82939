import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { recordPolicy } from './merge.actions';
import { peoplePaths } from './people.paths';
import { twinsAmong } from './twin';
import { tellPeopleApart } from './twin.actions';
import { listApart, listComparable } from './twin.queries';
import { twinsView } from './twin.views';

/** Everybody who may be there twice, for administrators. */
export function twinRoutes(deps: Deps): Router {
  const router = Router();
  router.get(peoplePaths.twins.pattern, requireSignIn, async (_req, res) => {
    const { actor, t } = requestContext(res);
    conceal(recordPolicy.view(actor));
    const [people, apart] = [await listComparable(deps.reads), await listApart(deps.reads)];
    renderPage(res, 'people/twins', twinsView(t, twinsAmong(people, apart)));
  });
  router.post(peoplePaths.apart.pattern, requireSignIn, async (req: Request<{ id: string; other: string }>, res) => {
    const { id, other } = req.params;
    await tellPeopleApart(deps, signedIn(res), id, other);
    setFlash(req as Request, requestContext(res).t('people.twins.apartDone'));
    res.redirect(303, peoplePaths.twins());
  });
  return router;
}
