import { Router } from 'express';
import type { Deps } from '../../deps';
import { isAdministrator } from '../../lib/actor';
import { authorize } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { deskPolicy } from './desk.policy';
import { countMyReviews, countProgramQuestions, listDesksFor } from './desk.queries';
import { deskView } from './desk.views';

/** The desk of staff, approvers, reviewers and administrators. */
export function staffRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/staff', requireSignIn, async (_req, res) => {
    const { t, now } = requestContext(res);
    const actor = signedIn(res);
    authorize(deskPolicy.view(actor));
    const desks = await listDesksFor(deps.reads, actor, now);
    const myReviews = await countMyReviews(deps.reads, actor.id);
    const programQuestions = isAdministrator(actor) ? await countProgramQuestions(deps.reads) : null;
    renderPage(res, 'staff/show', deskView(t, { actor, desks, myReviews, programQuestions, now, today: dateOf(now) }));
  });

  return router;
}
