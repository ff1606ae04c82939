import { Router } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { getCycle } from '../cycles';
import { listInterestsOf } from '../standing-interest';
import { listAnswerRows } from './answer-rows.queries';
import { applicationPaths, applyPaths } from './application.paths';
import { listSubmissions } from './application.queries';
import { beginChanges } from './apply.actions';
import { listCandidaciesOf } from './candidacy.queries';
import { holdApplication } from './held.routes';
import { keptOf, ownApplication } from './own-application.routes';
import { own } from './own-events';
import { ownRoutes } from './own.routes';
import { confirmationView, statusView, withdrawalView } from './status.views';
import { withdrawApplication } from './submit.actions';

/** An applicant's own pages, by reference; to everybody else there is no such page. */
export function statusRoutes(deps: Deps): Router {
  const router = Router();
  showRoutes(router, deps);
  changeRoutes(router, deps);
  router.use(ownRoutes(deps));
  return router;
}

function showRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.show.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const application = await ownApplication(deps, res, req.params.ref);
    const kept = await keptOf(deps, res, application);
    if (kept !== undefined) {
      res.redirect(303, applicationPaths.show({ ref: kept }));
      return;
    }
    const cycle = await getCycle(deps.reads, application.cycleId);
    const candidacies = await listCandidaciesOf(deps.reads, application.id);
    const all = await listCollaboratives(deps.reads);
    const collaboratives = new Map(all.map(({ id, slug, name }) => [id, { slug, name: inLocale(name, t.locale) }]));
    const answers = await listAnswerRows(deps.reads, t, application);
    const submissions = await listSubmissions(deps.reads, application.id);
    const history = timelineView(t, own(await listEvents(deps.reads, { kind: 'application', id: application.id })));
    const interests = await listInterestsOf(deps.reads, application.id);
    const view = statusView(t, { application, cycle, candidacies, collaboratives, answers, submissions, history, interests, now });
    renderPage(res, 'applications/status', { ...view, unlisted: true });
  });

  router.get(applicationPaths.confirmation.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const application = await ownApplication(deps, res, req.params.ref);
    if (application.status !== 'submitted') res.redirect(303, applicationPaths.show({ ref: application.reference }));
    else
      renderPage(res, 'applications/confirmation', {
        ...confirmationView(t, application, await getCycle(deps.reads, application.cycleId)),
        unlisted: true,
      });
  });
}

function changeRoutes(router: Router, deps: Deps): void {
  router.post(applicationPaths.changes.pattern, async (req, res) => {
    const { id } = await ownApplication(deps, res, req.params.ref);
    await beginChanges(deps, requestContext(res).actor, id);
    holdApplication(req, id);
    res.redirect(303, applyPaths.check());
  });

  router.get(applicationPaths.withdrawal.pattern, async (req, res) => {
    const application = await ownApplication(deps, res, req.params.ref);
    if (application.status === 'submitted')
      renderPage(res, 'applications/withdrawal', { ...withdrawalView(requestContext(res).t, application), unlisted: true });
    else res.redirect(303, applicationPaths.show({ ref: application.reference }));
  });

  router.post(applicationPaths.withdrawal.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, reference } = await ownApplication(deps, res, req.params.ref);
    await withdrawApplication(deps, actor, id);
    setFlash(req, t('applications.withdrawal.done'));
    res.redirect(303, applicationPaths.show({ ref: reference }));
  });
}
