import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { formatDate } from '../../i18n/format';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative } from '../collaboratives';
import { resignListView, resignView } from './life.views';
import { resign, type WhenEnded } from './membership.actions';
import { parseResignation } from './membership.form';
import { membershipPaths } from './membership.paths';
import { membershipPolicy } from './membership.policy';
import { getMembership, listLiveOf } from './membership.queries';

/** A member leaves their own seat. */
export function resignRoutes(deps: Deps, whenEnded: WhenEnded): Router {
  const router = Router();
  router.use([membershipPaths.resignation.pattern, membershipPaths.resign.pattern], requireSignIn);
  router.get(membershipPaths.resignation.pattern, async (_req, res) => {
    const { t } = requestContext(res);
    const own = await listLiveOf(deps.reads, signedIn(res).id);
    const shown = await Promise.all(
      own.map(async (membership) => ({ membership, collaborative: await getCollaborative(deps.reads, membership.collaborativeId) })),
    );
    renderPage(res, 'accounts/word', resignListView(t, shown));
  });
  router.get(membershipPaths.resign.pattern, (req, res) => show(deps, res, { id: req.params.id, form: blankForm() }));
  router.post(membershipPaths.resign.pattern, (req, res) => post(deps, whenEnded, req, res));
  return router;
}

async function show(deps: Deps, res: Response, { id, form }: { id: string; form: FormState }, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const membership = await getMembership(deps.reads, id);
  conceal(membershipPolicy.resign(actor, membership));
  const collaborative = await getCollaborative(deps.reads, membership.collaborativeId);
  if (membership.endedOn === null) renderPage(res, 'accounts/form', resignView(t, { membership, collaborative, form }), status);
  else renderPage(res, 'accounts/word', resignListView(t, [{ membership, collaborative }]));
}

async function post(deps: Deps, whenEnded: WhenEnded, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const { actor, t, now } = requestContext(res);
  const membership = await getMembership(deps.db, id);
  conceal(membershipPolicy.resign(actor, membership));
  const form = parseResignation(req.body, membership, { today: dateOf(now), locale: t.locale });
  if (!form.ok) return show(deps, res, { id, form }, 422);
  const { last_day: lastDay, words, version } = form.values;
  await resign(deps, signedIn(res), id, { lastDay, words, version, whenEnded });
  setFlash(req, t('membership.resign.saved', { date: formatDate(t.locale, lastDay) }));
  res.redirect(303, '/me');
}
