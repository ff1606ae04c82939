import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCandidacy, listCandidaciesFor } from '../applications';
import { listCollaboratives } from '../collaboratives';
import { requestReview } from '../panels';
import { totalsElsewhere } from '../reviews';
import { lowerChoicesView } from './lower-choices.views';
import { slatePaths } from './selection.paths';
import { shownBoard } from './shown-board.routes';

type AtSlate = Request<{ code: string; slug: string }>;
type AtChoice = Request<{ code: string; slug: string; id: string }>;

/** Second and third choices that name this collaborative: what others gave, and the button that asks its own panel (domain.md 4). */
export function lowerChoiceRoutes(deps: Deps): Router {
  const router = Router();

  router.get(slatePaths.lowerChoices.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { t } = requestContext(res);
    const { cycle, collaborative } = await shownBoard(deps, req.params, res);
    const everyone = await listCandidaciesFor(deps.reads, cycle.id, collaborative.id);
    const elsewhere = await totalsElsewhere(deps.reads, cycle.id, collaborative.id);
    const areas = new Map((await listCollaboratives(deps.reads)).map(({ id, area }) => [id, inLocale(area, t.locale)]));
    renderPage(res, 'selection/lower-choices', lowerChoicesView(t, { cycle, collaborative, everyone, elsewhere, areas }));
  });

  router.post(slatePaths.askReview.pattern, requireSignIn, async (req: AtChoice, res) => {
    const { actor, t } = requestContext(res);
    const { cycle, collaborative } = await shownBoard(deps, req.params, res);
    const candidacy = await getCandidacy(deps.db, req.params.id);
    if (candidacy.cycleId !== cycle.id || candidacy.collaborativeId !== collaborative.id) throw new NotFound();
    await requestReview(deps, actor, candidacy.id);
    setFlash(req, t('selection.lowerChoices.asked'));
    res.redirect(303, slatePaths.lowerChoices(req.params));
  });

  return router;
}
