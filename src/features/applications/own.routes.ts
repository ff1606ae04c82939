import { Router } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { rawForm, rawText } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listAnswerRows } from './answer-rows.queries';
import { withAnswers } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import { listSubmissions } from './application.queries';
import { holdApplication } from './held.routes';
import { ownApplication } from './own-application.routes';
import { blankView, discardingView, submissionView } from './own.views';
import { findPrefill } from './prefill.queries';
import { setInterest, startBlank } from './reapply.actions';
import { discardApplication } from './submit.actions';

/** What applicants do with their own application beside changing it: ending a draft, the next cycle, what they sent before. */
export function ownRoutes(deps: Deps): Router {
  const router = Router();
  endRoutes(router, deps);
  blankRoutes(router, deps);
  submissionRoutes(router, deps);
  return router;
}

function endRoutes(router: Router, deps: Deps): void {
  router.post(applicationPaths.interest.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, reference } = await ownApplication(deps, res, req.params.ref);
    const wants = rawText(rawForm(req.body), 'wants') === 'yes';
    await setInterest(deps, actor, id, wants);
    setFlash(req, wants ? t('interest.status.joined') : t('interest.status.left'));
    res.redirect(303, applicationPaths.show({ ref: reference }));
  });

  router.get(applicationPaths.discarding.pattern, async (req, res) => {
    const application = await ownApplication(deps, res, req.params.ref);
    if (application.status !== 'draft') res.redirect(303, applicationPaths.show({ ref: application.reference }));
    else renderPage(res, 'applications/discarding', { ...discardingView(requestContext(res).t, application), unlisted: true });
  });

  router.post(applicationPaths.discarding.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id } = await ownApplication(deps, res, req.params.ref);
    await discardApplication(deps, actor, id);
    setFlash(req, t('applications.discarding.done'));
    res.redirect(303, applyPaths.start());
  });
}

/** Taking out what the last application had filled in. */
function blankRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.blank.pattern, async (req, res) => {
    const application = await ownApplication(deps, res, req.params.ref);
    const lastSentAt = await findPrefill(deps.reads, application.id);
    if (lastSentAt === undefined || application.status !== 'draft')
      res.redirect(303, applicationPaths.show({ ref: application.reference }));
    else renderPage(res, 'applications/blank', { ...blankView(requestContext(res).t, application, lastSentAt), unlisted: true });
  });

  router.post(applicationPaths.blank.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id } = await ownApplication(deps, res, req.params.ref);
    await startBlank(deps, actor, id);
    holdApplication(req, id);
    setFlash(req, t('applications.prefill.done'));
    res.redirect(303, applyPaths.check());
  });
}

/** Each submission as it was sent, for its applicant. */
function submissionRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.submission.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const application = await ownApplication(deps, res, req.params.ref);
    const submission = (await listSubmissions(deps.reads, application.id)).find(({ number }) => String(number) === req.params.number);
    if (submission === undefined) throw new NotFound();
    const answers = await listAnswerRows(deps.reads, t, withAnswers(application, submission.answers));
    renderPage(res, 'applications/submission', { ...submissionView(t, application, submission, answers), unlisted: true });
  });
}
