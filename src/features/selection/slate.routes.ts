import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { slatePaths } from './selection.paths';
import { sendSlate, takeSlateBack } from './slate.actions';
import { parseVersion, valuesOf } from './slate.form';

type AtSlate = Request<{ code: string; slug: string }>;

/** The steps of a slate, for staff of the collaborative. */
export function slateRoutes(deps: Deps): Router {
  const router = Router();

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

  return router;
}
