import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { parseForm } from '../../lib/form';
import { conceal, authorize } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listCollaboratives } from '../collaboratives';
import { answerHelpRequest, askForHelp } from './help-request.actions';
import { answerFields, askFields } from './help-request.form';
import { helpPaths } from './help-request.paths';
import { helpPolicy } from './help-request.policy';
import { getHelpRequest, listHelpRequestsFor } from './help-request.queries';
import { helpListView, helpRequestView, helpSentView, helpView } from './help-request.views';

/** The public help page, and the desk where questions are answered. */
export function helpRoutes(deps: Deps): Router {
  const router = Router();
  publicRoutes(router, deps);
  deskRoutes(router, deps);
  return router;
}

function publicRoutes(router: Router, deps: Deps): void {
  router.get(helpPaths.page.pattern, async (req, res) => {
    const { actor } = requestContext(res);
    const { c } = req.query;
    const raw = { name: actor.name, email: actor.email ?? '', collaborative: typeof c === 'string' ? c : '' };
    await showHelp(deps, res, blankForm(raw));
  });

  router.post(helpPaths.page.pattern, (req, res) => ask(deps, req, res));

  router.get(helpPaths.sent.pattern, (_req, res) => {
    renderPage(res, 'help/sent', helpSentView(requestContext(res).t));
  });
}

async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const { actor, locale, now } = requestContext(res);
  if (isFromProgram(req.body)) {
    res.redirect(303, helpPaths.sent());
    return;
  }
  const collaboratives = await listCollaboratives(deps.reads, dateOf(now));
  const form = parseForm(askFields(collaboratives.map(({ slug }) => slug)), req.body);
  if (!form.ok) {
    await showHelp(deps, res, form, 422);
    return;
  }
  const { name, email, text, collaborative } = form.values;
  await limit(deps, { name: 'help', key: req.ip ?? '', points: 5, seconds: 3600 });
  await limit(deps, { name: 'help-address', key: email, points: 3, seconds: 3600 });
  const collaborativeId = collaboratives.find(({ slug }) => slug === collaborative)?.id ?? null;
  await askForHelp(deps, actor, { name, email, text, locale, collaborativeId });
  res.redirect(303, helpPaths.sent());
}

async function showHelp(deps: Deps, res: Response, state: FormState, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  renderPage(res, 'help/show', helpView(t, await listCollaboratives(deps.reads, dateOf(now)), state), status);
}

function deskRoutes(router: Router, deps: Deps): void {
  router.use(helpPaths.list.pattern, requireSignIn);

  router.get(helpPaths.list.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    authorize(helpPolicy.list(actor));
    const { show: asked, after } = req.query;
    const show = asked === 'answered' ? 'answered' : 'waiting';
    const cursor = typeof after === 'string' ? after : undefined;
    const page = await listHelpRequestsFor(deps.reads, actor, show, cursor);
    renderPage(res, 'help/list', helpListView(t, page, { show, isFirst: cursor === undefined }));
  });

  router.get(helpPaths.show.pattern, async (req, res) => {
    await showRequest(deps, res, req.params.id, blankForm());
  });

  router.post(helpPaths.answer.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { id } = req.params;
    const form = parseForm(answerFields, req.body);
    if (!form.ok) {
      await showRequest(deps, res, id, form, 422);
      return;
    }
    await answerHelpRequest(deps, signedIn(res), { id, ...form.values });
    setFlash(req, t('help.request.done'));
    res.redirect(303, helpPaths.list());
  });
}

async function showRequest(deps: Deps, res: Response, id: string, state: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const request = await getHelpRequest(deps.reads, id);
  conceal(helpPolicy.view(actor, request));
  renderPage(res, 'help/request', helpRequestView(t, request, state), status);
}
