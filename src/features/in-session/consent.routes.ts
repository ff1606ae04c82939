import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listItems } from '../agendas';
import { moveGroup, putBack, takeOut } from './consent.actions';
import { parseGroupSeen, parseTakingOut } from './consent.form';
import { loadConsentGroup } from './consent.queries';
import { consentView } from './consent.views';
import { listMotions } from './motion.queries';
import { loadSession } from './record.queries';
import { meetingToRun } from './session.actions';
import { parseMotion } from './session.form';
import { sessionPaths } from './session.paths';

type ItemRequest = Request<{ id: string; item: string }>;

/** The consent group of a meeting in session: what members take out, and one motion for the rest. */
export function consentRoutes(deps: Deps): Router {
  const router = Router();
  router.get(sessionPaths.consent.pattern, (req, res) => showGroup(deps, res, req.params.id));
  router.post(sessionPaths.takingOut.pattern, (req, res) => takeOne(deps, req, res));
  router.post(sessionPaths.puttingBack.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, item } = req.params;
    await putBack(deps, actor, { meetingId: id, itemId: item });
    setFlash(req, t('consentGroup.isBack'));
    res.redirect(303, sessionPaths.consent({ id }));
  });
  router.post(sessionPaths.consentMotion.pattern, (req, res) => takeMotion(deps, req, res));
  return router;
}

async function takeOne(deps: Deps, req: ItemRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  await meetingToRun(deps, actor, id);
  const { present } = await loadSession(deps.db, id);
  const parsed = parseTakingOut(req.body, item, present);
  if (!parsed.ok) {
    await showGroup(deps, res, id, { form: parsed, status: 422 });
    return;
  }
  await takeOut(deps, actor, { meetingId: id, itemId: item, membershipId: parsed.values });
  setFlash(req, t('consentGroup.tookOut'));
  res.redirect(303, sessionPaths.consent({ id }));
}

async function takeMotion(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const { present } = await loadSession(deps.db, id);
  const parsed = parseMotion(req.body, present);
  if (!parsed.ok) {
    await showGroup(deps, res, id, { form: parsed, status: 422 });
    return;
  }
  const { motion, mover, seconder } = parsed.values;
  const wanted = { meetingId: id, seen: parseGroupSeen(req.body), text: motion, moverId: mover, seconderId: seconder };
  const moved = await moveGroup(deps, actor, wanted);
  if (moved === 'stale') {
    await showGroup(deps, res, id, { form: { raw: parsed.raw, errors: {} }, status: 409 });
    return;
  }
  setFlash(req, seconder === null ? t('inSession.motion.madeAlone') : t('inSession.motion.made'));
  res.redirect(303, sessionPaths.item({ id, item: moved.itemId }));
}

async function showGroup(deps: Deps, res: Response, id: string, sent?: { form: FormState; status: 409 | 422 }): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  await meetingToRun({ db }, actor, id);
  const view = consentView({
    t,
    session: await loadSession(db, id),
    items: await listItems(db, id),
    group: await loadConsentGroup(db, id),
    motions: await listMotions(db, id),
    form: sent?.form ?? blankForm(),
    isStale: sent?.status === 409,
  });
  renderPage(res, 'in-session/consent', view, sent?.status ?? 200);
}
