import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { reviewPaths } from '../reviews';
import { assignAllEvenly } from './assignment.actions';
import { decideConflict } from './conflict.actions';
import { conflictsView } from './conflict.views';
import { listFiles } from './file.queries';
import { listFindings } from './finding.queries';
import { parsePlan, parseVerdict } from './panel.form';
import { panelPaths } from './panel.paths';
import { listPanel } from './panelist.queries';
import { arrangedPanel } from './place.queries';
import { planFor } from './plan.queries';
import { planView } from './plan.views';

type Params = { code: string; slug: string };

/** Handing out with a dry run, and the conflicts that bar it. */
export function assignmentRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reviewPaths.assignEvenly.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    const rebalances = req.query['rebalance'] === 'yes';
    const planned = await planFor(deps.reads, panel, { now: deps.clock.now(), rebalances });
    renderPage(res, 'panels/plan', planView(t, planned, { rebalances }));
  });

  router.post(reviewPaths.assignEvenly.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    const parsed = parsePlan(req.body);
    const wanted = parsed.ok ? parsed.values : { plan: '', rebalance: false };
    const count = await assignAllEvenly(deps, actor, panel, { fingerprint: wanted.plan, rebalances: wanted.rebalance });
    setFlash(req, t('reviews.panel.assigned', { count }));
    res.redirect(303, reviewPaths.panel(req.params));
  });

  router.get(panelPaths.conflicts.pattern, requireSignIn, async (req: Request<Params>, res) => {
    await showConflicts(deps, req, res, { state: blankForm(), status: 200 });
  });

  router.post(panelPaths.verdict.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { panel } = await arrangedPanel(deps, requestContext(res).actor, req.params);
    const parsed = parseVerdict(req.body);
    if (!parsed.ok) {
      await showConflicts(deps, req, res, { state: parsed, status: 422 });
      return;
    }
    const { candidacy: candidacyId, reviewer: reviewerId, verdict, words, before } = parsed.values;
    await decideConflict(deps, signedIn(res), panel, { candidacyId, reviewerId, verdict, words, before: before === '' ? null : before });
    setFlash(req, requestContext(res).t('common.saved'));
    res.redirect(303, panelPaths.conflicts(req.params));
  });

  return router;
}

async function showConflicts(deps: Deps, req: Request<Params>, res: Response, shown: { state: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const { cycle, collaborative, panel } = await arrangedPanel(deps, actor, req.params);
  const db = deps.reads;
  const facts = { files: await listFiles(db, panel), panelists: await listPanel(db, panel), findings: await listFindings(db, panel) };
  renderPage(res, 'panels/conflicts', conflictsView(t, { cycle, collaborative, ...facts }, shown.state), shown.status);
}
