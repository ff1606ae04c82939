import { Router, type RequestHandler, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findSchool, listCollaboratives } from '../collaboratives';
import { listOpenCycles, seatsOnOffer } from '../cycles';
import { withAnswers } from './application';
import { fileNames } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { applyPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { findDemographics, getApplicationByReference } from './application.queries';
import { findWriting, listChoices, type Writing } from './apply-loading.queries';
import { applyFileRoutes } from './apply-file.routes';
import { applyPageRoutes } from './apply-page.routes';
import { confirmationHref, startView } from './apply.views';
import { checkView } from './check.views';
import { linkRoutes } from './link.routes';
import { findPrefill } from './prefill.queries';
import { sendApplication } from './submit.actions';

/** The way from the start page to the confirmation; works without an account and without scripts. */
export function applyRoutes(deps: Deps): Router {
  const router = Router();
  router.use(applyPaths.start.pattern, neverKept);
  startRoute(router, deps);
  checkRoutes(router, deps);
  router.use(linkRoutes(deps), applyFileRoutes(deps), applyPageRoutes(deps));
  return router;
}

const neverKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

function startRoute(router: Router, deps: Deps): void {
  router.get(applyPaths.start.pattern, async (_req, res) => {
    const { actor, t, now } = requestContext(res);
    const cycles = await listOpenCycles(deps.reads, now);
    const open = [];
    for (const cycle of cycles) open.push({ cycle, offered: await seatsOnOffer(deps.reads, cycle.id) });
    const areas = (await listCollaboratives(deps.reads)).map(({ id, slug, area }) => ({ id, slug, name: inLocale(area, t.locale) }));
    const writing = await findWriting(deps.reads, actor, now);
    renderPage(res, 'applications/start', startView(t, open, { areas, continueHref: writing === undefined ? null : applyPaths.check() }));
  });
}

function checkRoutes(router: Router, deps: Deps): void {
  router.get(applyPaths.check.pattern, async (_req, res) => {
    const { actor, now } = requestContext(res);
    const writing = await findWriting(deps.reads, actor, now);
    if (writing === undefined) res.redirect(303, applyPaths.start());
    else await showCheck(deps, res, writing, false);
  });

  router.post(applyPaths.submission.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const form = parseForm({ reference: field.text(12), version: field.version() }, req.body);
    const writing = await findWriting(deps.db, actor, now);
    const reference = form.ok ? form.values.reference : (writing?.application.reference ?? '');
    const application = await getApplicationByReference(deps.db, reference);
    conceal(applicationPolicy.viewOwn(actor, application));
    const sending = await sendApplication(deps, actor, application.id, form.ok ? form.values.version : 0);
    switch (sending.outcome) {
      case 'incomplete':
        setFlash(req, t('applications.check.incomplete'));
        res.redirect(303, `${applyPaths.page({ page: sending.page })}?from=check`);
        return;
      case 'changed':
        if (writing === undefined) res.redirect(303, applyPaths.start());
        else await showCheck(deps, res, writing, true);
        return;
      default:
        res.redirect(303, confirmationHref(sending.application));
    }
  });
}

async function showCheck(deps: Deps, res: Response, { application, cycle, form, written }: Writing, hasChanged: boolean): Promise<void> {
  const { t } = requestContext(res);
  const working = withAnswers(application, written);
  const school = working.schoolId === null ? undefined : await findSchool(deps.reads, working.schoolId);
  const areas = new Map((await listChoices(deps.reads, cycle)).map(({ id, name }) => [id, inLocale(name, t.locale)]));
  const apart = await findDemographics(deps.reads, application.id);
  const names = fileNames(await listApplicationFiles(deps.reads, application.id));
  const view = checkView(t, {
    application: working,
    cycle,
    form,
    areas,
    schoolName: school?.name ?? null,
    fileNames: names,
    apart,
    lastSentAt: await findPrefill(deps.reads, application.id),
    hasChanged,
  });
  renderPage(res, 'applications/check', view, hasChanged ? 409 : 200);
}
