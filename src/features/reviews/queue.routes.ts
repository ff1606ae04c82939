import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { inLocale } from '../../lib/local-text';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listCollaboratives } from '../collaboratives';
import { listCycles } from '../cycles';
import { hasReadGuide } from './guide';
import { listPanelsOf } from './panel.queries';
import { guideView, queueView } from './queue.views';
import { acknowledge } from './review.actions';
import { parseAcknowledgement } from './review.form';
import { reviewPaths } from './review.paths';
import { countQueue, listScored, listToScore } from './review.queries';

/** A reviewer's list, and what they read before the first file. */
export function queueRoutes(deps: Deps): Router {
  const router = Router();
  router.get(reviewPaths.list.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const { id } = signedIn(res);
    if (await mustReadGuide(deps, res)) {
      res.redirect(303, reviewPaths.guide());
      return;
    }
    const after = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
    const db = deps.reads;
    const areas = new Map((await listCollaboratives(db)).map((one) => [one.id, inLocale(one.area, t.locale)]));
    const panels = new Set((await listPanelsOf(db, id)).map((panel) => panel.cycleId));
    const dates = (await listCycles(db))
      .filter((cycle) => panels.has(cycle.id) && cycle.status === 'in_review')
      .map((cycle) => cycle.reviewBy);
    const facts = { toScore: await listToScore(db, id), scored: await listScored(db, id, after), counts: await countQueue(db, id) };
    const queue = { ...facts, areas, reviewBy: dates.sort()[0] ?? null };
    renderPage(res, 'reviews/list', queueView(t, { ...queue, isFirstPage: after === undefined, isOnPanel: panels.size > 0 }));
  });

  router.get(reviewPaths.guide.pattern, requireSignIn, (_req, res) => {
    renderPage(res, 'reviews/guide', guideView(requestContext(res).t, blankForm()));
  });

  router.post(reviewPaths.acknowledge.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const parsed = parseAcknowledgement(req.body);
    if (!parsed.ok) {
      renderPage(res, 'reviews/guide', guideView(t, parsed), 422);
      return;
    }
    await acknowledge(deps, signedIn(res));
    res.redirect(303, reviewPaths.list());
  });
  return router;
}

/** Whether a reviewer has not acknowledged the guide as it is now. */
export async function mustReadGuide(deps: Deps, res: Response): Promise<boolean> {
  const panels = await listPanelsOf(deps.reads, signedIn(res).id);
  return panels.some((panel) => !hasReadGuide(panel));
}
