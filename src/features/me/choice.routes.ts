import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { choiceFor } from '../../mail/notice-choices';
import { chosenAmong } from '../../mail/notice-choices.queries';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getPerson } from '../accounts';
import { changeNeeds, chooseNotices } from './choice.actions';
import { noticeFields, parseNeeds, parseNotices } from './choice.form';
import { needsView, noticesView } from './choice.views';
import { mePaths } from './me.paths';

/** What a person needs to take part, and which mails they want. */
export function choiceRoutes(deps: Deps): Router {
  const router = Router();
  router.use([mePaths.needs.pattern, mePaths.notices.pattern], requireSignIn);
  router.get(mePaths.needs.pattern, async (_req, res) => {
    const { accessNeeds, version } = await getPerson(deps.reads, signedIn(res).id);
    renderPage(res, 'accounts/form', needsView(requestContext(res).t, blankForm({ ...accessNeeds }), String(version)));
  });
  router.post(mePaths.needs.pattern, (req, res) => saveNeeds(deps, req, res));
  router.get(mePaths.notices.pattern, async (_req, res) => {
    renderPage(res, 'accounts/form', noticesView(requestContext(res).t, await chosenForm(deps, signedIn(res).id)));
  });
  router.post(mePaths.notices.pattern, (req, res) => saveNotices(deps, req, res));
  return router;
}

async function chosenForm(deps: Deps, personId: string): Promise<FormState> {
  const chosen = await chosenAmong(deps.reads, [{ personId, stream: 'subscription' }]);
  return blankForm(
    Object.fromEntries(noticeFields.map(([name, kind]) => [name, choiceFor(chosen, { personId, kind, stream: 'subscription' })])),
  );
}

async function saveNeeds(deps: Deps, req: Request, res: Response): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const form = parseNeeds(req.body);
  if (!form.ok) {
    const { version } = await getPerson(deps.reads, actor.id);
    renderPage(res, 'accounts/form', needsView(t, form, String(version)), 422);
    return;
  }
  const { version, ...needs } = form.values;
  await changeNeeds(deps, actor, needs, version);
  setFlash(req, t('me.needs.saved'));
  res.redirect(303, mePaths.needs());
}

async function saveNotices(deps: Deps, req: Request, res: Response): Promise<void> {
  const { t } = requestContext(res);
  const form = parseNotices(req.body);
  if (!form.ok) {
    renderPage(res, 'accounts/form', noticesView(t, form), 422);
    return;
  }
  const { vacancy, cycle } = form.values;
  await chooseNotices(deps, signedIn(res), { 'vacancy.open': vacancy, 'interest.cycleOpens': cycle });
  setFlash(req, t('me.notices.saved'));
  res.redirect(303, mePaths.notices());
}
