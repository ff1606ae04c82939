import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { askForAgendas, confirmRequest, contentOf, leave, openConfirmation, renew } from './agenda-request.actions';
import { parseRequest } from './agenda-request.form';
import { requestPaths } from './agenda-request.paths';
import { askView, confirmedView, confirmView, leaveView, renewalView, renewedView, sentView } from './agenda-request.views';

type Word = ReturnType<typeof sentView>;

/** Agendas by mail for anyone: asking, proving the address, renewing, leaving. A link only looks; its button does it. */
export function agendaRequestRoutes(deps: Deps): Router {
  const router = Router();

  router.get(requestPaths.ask.pattern, async (req, res) => {
    showForm(res, await getCollaborativeBySlug(deps.reads, req.params.c), blankForm({ email: requestContext(res).actor.email ?? '' }));
  });

  router.post(requestPaths.ask.pattern, (req, res) => ask(deps, req, res, req.params.c));

  router.get(requestPaths.sent.pattern, async (req, res) => {
    await getCollaborativeBySlug(deps.reads, req.params.c);
    show(res, sentView(requestContext(res).t));
  });

  linkRoutes(router, deps);
  return router;
}

function linkRoutes(router: Router, deps: Deps): void {
  router.get(requestPaths.confirm.pattern, async (req, res) => {
    const { token } = req.params;
    const { collaborative } = await openConfirmation(deps, token);
    show(res, confirmView(requestContext(res).t, collaborative, token));
  });

  router.post(requestPaths.confirm.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    show(res, confirmedView(t, await confirmRequest(deps, req.params.token), dateOf(now)));
  });

  router.get(requestPaths.renewal.pattern, (req, res) => {
    const { t, now } = requestContext(res);
    contentOf(deps, 'renewal', req.params.token);
    show(res, renewalView(t, req.params.token, dateOf(now)));
  });

  router.post(requestPaths.renewal.pattern, async (req, res) => {
    show(res, renewedView(requestContext(res).t, await renew(deps, req.params.token)));
  });

  router.get(requestPaths.leave.pattern, (req, res) => {
    contentOf(deps, 'leave', req.params.token);
    show(res, leaveView(requestContext(res).t, req.params.token, false));
  });

  router.post(requestPaths.leave.pattern, async (req, res) => {
    await leave(deps, req.params.token);
    show(res, leaveView(requestContext(res).t, req.params.token, true));
  });
}

/** The answer is the same whoever asks: nobody learns whether an address gets agendas already. */
async function ask(deps: Deps, req: Request, res: Response, c: string): Promise<void> {
  const { locale } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, c);
  if (isFromProgram(req.body)) {
    res.redirect(303, requestPaths.sent({ c }));
    return;
  }
  const form = parseRequest(req.body);
  if (!form.ok) {
    showForm(res, collaborative, form, 422);
    return;
  }
  const { email } = form.values;
  await limit(deps, { name: 'agenda-request', key: req.ip ?? '', points: 10, seconds: 3600 });
  await limit(deps, { name: 'agenda-request-address', key: email, points: 3, seconds: 3600 });
  await askForAgendas(deps, { collaborative, email, locale });
  res.redirect(303, requestPaths.sent({ c }));
}

function showForm(res: Response, collaborative: Collaborative, state: FormState, status = 200): void {
  const { t, now } = requestContext(res);
  renderPage(res, 'agenda-requests/ask', askView(t, collaborative, dateOf(now), state), status);
}

function show(res: Response, view: Word): void {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  renderPage(res, 'agenda-requests/word', view);
}
