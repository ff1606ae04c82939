import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findSchool, listCollaboratives } from '../collaboratives';
import { getCycle, getForm } from '../cycles';
import { answerRows } from './answer-words';
import { formAnswered, type Application } from './application';
import { fileNames } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { applicationPaths, applyPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { getApplicationByReference, listSubmissions } from './application.queries';
import { beginChanges } from './apply.actions';
import { listCandidaciesOf } from './candidacy.queries';
import { holdApplication } from './held.routes';
import { own } from './own-events';
import { confirmationView, statusView, withdrawalView } from './status.views';
import { withdrawApplication } from './submit.actions';

/** An applicant's own pages, by reference; to everybody else there is no such page. */
export function statusRoutes(deps: Deps): Router {
  const router = Router();
  showRoutes(router, deps);
  changeRoutes(router, deps);
  return router;
}

async function ownApplication(deps: Deps, res: Response, reference: string): Promise<Application> {
  const application = await getApplicationByReference(deps.reads, reference);
  conceal(applicationPolicy.viewOwn(requestContext(res).actor, application));
  res.set('Cache-Control', 'no-store');
  return application;
}

function showRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.show.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const application = await ownApplication(deps, res, req.params.ref);
    const cycle = await getCycle(deps.reads, application.cycleId);
    const form = await getForm(deps.reads, formAnswered(application, cycle));
    const candidacies = await listCandidaciesOf(deps.reads, application.id);
    const all = await listCollaboratives(deps.reads);
    const collaboratives = new Map(all.map(({ id, slug, name }) => [id, { slug, name: inLocale(name, t.locale) }]));
    const school = application.schoolId === null ? undefined : await findSchool(deps.reads, application.schoolId);
    const areas = new Map([...collaboratives].map(([id, { name }]) => [id, name]));
    const names = fileNames(await listApplicationFiles(deps.reads, application.id));
    const answers = answerRows(t, { application, form, areas, schoolName: school?.name ?? null, fileNames: names });
    const submissions = await listSubmissions(deps.reads, application.id);
    const history = timelineView(t, own(await listEvents(deps.reads, { kind: 'application', id: application.id })));
    const view = statusView(t, { application, cycle, candidacies, collaboratives, answers, submissions, history, now });
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
