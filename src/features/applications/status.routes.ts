import { Router, type Response } from 'express';
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
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import { findGuardianAnswer, listSubmissions } from './application.queries';
import { beginChanges } from './apply.actions';
import { listCandidaciesOf } from './candidacy.queries';
import { holdApplication } from './held.routes';
import { keptOf, ownApplication } from './own-application.routes';
import { own } from './own-events';
import { ownRoutes } from './own.routes';
import { confirmationView, statusView, withdrawalView, type StatusParts } from './status.views';
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
    const application = await ownApplication(deps, res, req.params.ref);
    const kept = await keptOf(deps, res, application);
    if (kept !== undefined) {
      res.redirect(303, applicationPaths.show({ ref: kept }));
      return;
    }
    const view = statusView(requestContext(res).t, await statusParts(deps, res, application));
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

async function statusParts(deps: Deps, res: Response, application: Application): Promise<StatusParts> {
  const { t, now } = requestContext(res);
  const { id } = application;
  const all = await listCollaboratives(deps.reads);
  return {
    application,
    cycle: await getCycle(deps.reads, application.cycleId),
    candidacies: await listCandidaciesOf(deps.reads, id),
    collaboratives: new Map(all.map(({ id: one, slug, name }) => [one, { slug, name: inLocale(name, t.locale) }])),
    answers: await listAnswerRows(deps.reads, t, application),
    submissions: await listSubmissions(deps.reads, id),
    history: timelineView(t, own(await listEvents(deps.reads, { kind: 'application', id }))),
    interests: await listInterestsOf(deps.reads, id),
    guardian: await findGuardianAnswer(deps.reads, id),
    now,
  };
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
