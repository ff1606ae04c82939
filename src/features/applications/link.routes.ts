import { Router, type Request, type RequestHandler } from 'express';
import type { Deps } from '../../deps';
import { inTransaction } from '../../db/database';
import { field, parseForm } from '../../lib/form';
import { NotFound } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { sha256 } from '../../lib/secret';
import { peekToken, peekTokenHash, spendToken } from '../accounts';
import { againPurpose, interestPaths } from '../standing-interest';
import { applicationPaths, applyPaths } from './application.paths';
import { getApplication } from './application.queries';
import { mailLinks, proveAddress } from './apply.actions';
import { limitBeginning } from './apply-limits.routes';
import { againView, askForLinkView, openLinkView } from './apply.views';
import { holdApplication } from './held.routes';
import { resumePurpose, statusPurpose } from './links';
import { applyAgain } from './reapply.actions';

/** Links from mails, and asking for a new one. A link only looks; its button opens (mail scanners follow links). */
export function linkRoutes(deps: Deps): Router {
  const router = Router();
  router.use([applyPaths.resume.pattern, applicationPaths.open.pattern, interestPaths.again.pattern], secretAddress);
  askRoutes(router, deps);
  resumeRoutes(router, deps);
  statusRoutes(router, deps);
  againRoutes(router, deps);
  return router;
}

/** The address of the page is a secret: it is neither kept nor told to the next page. */
const secretAddress: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  next();
};

function askRoutes(router: Router, deps: Deps): void {
  router.get(applyPaths.askForLink.pattern, (_req, res) => {
    const view = askForLinkView(requestContext(res).t, blankForm(), { isSent: false, isSpent: false });
    renderPage(res, 'applications/ask-for-link', { ...view, unlisted: true });
  });

  router.post(applyPaths.askForLink.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const form = parseForm({ email: field.email() }, req.body);
    if (form.ok) {
      await limitBeginning(deps, { email: form.values.email, ip: req.ip ?? '', shownAt: '' });
      await mailLinks(deps, form.values.email);
    }
    const state = form.ok ? blankForm() : form;
    renderPage(res, 'applications/ask-for-link', askForLinkView(t, state, { isSent: form.ok, isSpent: false }), form.ok ? 200 : 422);
  });
}

function resumeRoutes(router: Router, deps: Deps): void {
  router.get(applyPaths.resume.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { token } = req.params;
    const found = await peekTokenHash(deps.reads, { purpose: resumePurpose, hash: sha256(token), browser: browserOf(req) }, now);
    if (found === undefined) {
      const view = askForLinkView(t, blankForm(), { isSent: false, isSpent: true });
      renderPage(res, 'applications/ask-for-link', { ...view, unlisted: true }, 404);
    } else {
      renderPage(res, 'applications/open-link', { ...openLinkView(t, 'resume', applyPaths.resume({ token })), unlisted: true });
    }
  });

  router.post(applyPaths.resume.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const use = { purpose: resumePurpose, hash: sha256(req.params.token), browser: browserOf(req) };
    const spent = await inTransaction(deps, (tx) => spendToken(tx, use));
    if (spent?.subjectId === undefined || spent.subjectId === null) {
      renderPage(res, 'applications/ask-for-link', askForLinkView(t, blankForm(), { isSent: false, isSpent: true }), 404);
      return;
    }
    await proveAddress(deps, spent.subjectId);
    const application = await getApplication(deps.db, spent.subjectId);
    holdApplication(req, application.id);
    res.redirect(303, application.status === 'draft' ? applyPaths.check() : applicationPaths.show({ ref: application.reference }));
  });
}

function statusRoutes(router: Router, deps: Deps): void {
  router.get(applicationPaths.open.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { ref, token } = req.params;
    if ((await peekToken(deps.reads, statusPurpose, token, now)) === undefined) throw new NotFound();
    renderPage(res, 'applications/open-link', { ...openLinkView(t, 'status', applicationPaths.open({ ref, token })), unlisted: true });
  });

  router.post(applicationPaths.open.pattern, async (req, res) => {
    const found = await peekToken(deps.db, statusPurpose, req.params.token, requestContext(res).now);
    if (found?.subjectId === undefined || found.subjectId === null) throw new NotFound();
    await proveAddress(deps, found.subjectId);
    const { id, reference } = await getApplication(deps.db, found.subjectId);
    holdApplication(req, id);
    res.redirect(303, applicationPaths.show({ ref: reference }));
  });
}

/** "Apply with my last answers": good until the cycle closes, as often as its reader likes. */
function againRoutes(router: Router, deps: Deps): void {
  router.get(interestPaths.again.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { token } = req.params;
    if ((await peekToken(deps.reads, againPurpose, token, now)) === undefined) throw new NotFound();
    renderPage(res, 'applications/open-link', { ...againView(t, interestPaths.again({ token })), unlisted: true });
  });

  router.post(interestPaths.again.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const found = await peekToken(deps.db, againPurpose, req.params.token, now);
    if (found?.subjectId === undefined || found.subjectId === null) throw new NotFound();
    const { id, reference, status } = await applyAgain(deps, actor, found.subjectId);
    holdApplication(req, id);
    if (status === 'draft') setFlash(req, t('interest.again.filled'));
    res.redirect(303, status === 'draft' ? applyPaths.check() : applicationPaths.show({ ref: reference }));
  });
}

/** What stands for this browser, so that its second press counts as the first. */
const browserOf = (req: Request): string => req.session.id;
