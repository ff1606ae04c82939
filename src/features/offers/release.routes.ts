import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { Invalid } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { applicantRecipients } from '../applications';
import { boardAt, parseVersion, slatePaths, slatePolicy } from '../selection';
import { planOf } from './release';
import { releaseSlate } from './release.actions';
import { releaseView } from './release.views';

type AtSlate = Request<{ code: string; slug: string }>;

/** The release of a slate, for staff of the collaborative and administrators. */
export function releaseRoutes(deps: Deps): Router {
  const router = Router();

  router.get(slatePaths.release.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t, now } = requestContext(res);
    const board = await boardAt({ ...deps, db: deps.reads }, req.params);
    conceal(slatePolicy.view(actor, board.slate));
    const plan = planOf(board);
    const recipients = await applicantRecipients(
      deps.reads,
      plan.map((decision) => decision.candidate.applicationId),
    );
    const mayRelease = slatePolicy.release(actor, board.slate).allowed;
    renderPage(res, 'offers/release', releaseView(t, { board, plan, recipients, now, mayRelease }));
  });

  router.post(slatePaths.release.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseVersion(req.body);
    if (!parsed.ok) throw new Invalid('errors.invalid.lead');
    await releaseSlate(deps, actor, req.params, parsed.values.version);
    setFlash(req, t('offers.release.done'));
    res.redirect(303, slatePaths.board(req.params));
  });

  return router;
}
