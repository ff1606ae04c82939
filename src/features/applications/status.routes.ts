import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { field, parseForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { cycleIsOpen, getCycle, type Cycle } from '../cycles';
import { listInterestsOf } from '../standing-interest';
import { listAnswerRows } from './answer-rows.queries';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import { findGuardianAnswer, listSubmissions } from './application.queries';
import { beginChanges } from './apply.actions';
import { listCandidaciesOf } from './candidacy.queries';
import { holdApplication } from './held.routes';
import { keptOf, ownApplication } from './own-application.routes';
import { findMergedInto } from './identity.queries';
import { own } from './own-events';
import { ownRoutes } from './own.routes';
import { reinstateApplication } from './reinstate.actions';
import { hasBegunAnother } from './reinstate.queries';
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
  const cycle = await getCycle(deps.reads, application.cycleId);
  return {
    application,
    cycle,
    candidacies: await listCandidaciesOf(deps.reads, id),
    collaboratives: new Map(all.map(({ id: one, slug, name }) => [one, { slug, name: inLocale(name, t.locale) }])),
    answers: await listAnswerRows(deps.reads, t, application),
    submissions: await listSubmissions(deps.reads, id),
    history: timelineView(t, own(await listEvents(deps.reads, { kind: 'application', id }))),
    interests: await listInterestsOf(deps.reads, id),
    guardian: await findGuardianAnswer(deps.reads, id),
    mayReinstate: await mayReinstate(deps, res, application, cycle),
    now,
  };
}

const mayReinstate = async (deps: Deps, res: Response, application: Application, cycle: Cycle): Promise<boolean> => {
  const { actor, now } = requestContext(res);
  if (application.status !== 'withdrawn' || !cycleIsOpen(cycle, now)) return false;
  return (await findMergedInto(deps.reads, application.id)) === undefined && !(await hasBegunAnother(deps.reads, actor, application));
};

function changeRoutes(router: Router, deps: Deps): void {
  router.post(applicationPaths.changes.pattern, async (req, res) => {
    const { id } = await ownApplication(deps, res, req.params.ref);
    await beginChanges(deps, requestContext(res).actor, id);
    holdApplication(req, id);
    res.redirect(303, applyPaths.check());
  });

  router.post(applicationPaths.reinstatement.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, reference } = await ownApplication(deps, res, req.params.ref);
    const form = parseForm({ version: field.version() }, req.body);
    await reinstateApplication(deps, actor, id, form.ok ? form.values.version : -1);
    setFlash(req, t('applications.reinstatement.done'));
    res.redirect(303, applicationPaths.show({ ref: reference }));
  });

  withdrawalRoutes(router, deps);
}

function withdrawalRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.withdrawal.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const application = await ownApplication(deps, res, req.params.ref);
    const cycle = await getCycle(deps.reads, application.cycleId);
    const view = withdrawalView(t, application, cycle, cycleIsOpen(cycle, now));
    if (application.status === 'submitted') renderPage(res, 'applications/withdrawal', { ...view, unlisted: true });
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
