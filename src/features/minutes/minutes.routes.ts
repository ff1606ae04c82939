import { Router, type Response } from 'express';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative } from '../collaboratives';
import { getMeeting, meetingPolicy } from '../meetings';
import { proposeCorrection } from './correction.actions';
import { listCorrections } from './correction.queries';
import { deskRoutes } from './desk.routes';
import { parseCorrection } from './minutes.form';
import { minutesPaths } from './minutes.paths';
import { minutesPolicy } from './minutes.policy';
import { findApproval, getMinutes } from './minutes.queries';
import { minutesData, showMinutesView } from './minutes.views';

/** Minutes: the public page and its data, corrections, and the desk. */
export function minutesRoutes(deps: Deps): Router {
  const router = Router();
  router.use(['/meetings/:id/minutes/desk', '/meetings/:id/minutes/correction'], requireSignIn);
  router.get(minutesPaths.show.pattern, (req, res) => showMinutes(deps, res, req.params.id));

  router.get(minutesPaths.json.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { minutes, approval } = await readable(deps.reads, res, req.params.id);
    res.json(minutesData(t, minutes, approval));
  });

  router.post(minutesPaths.correction.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const actor = signedIn(res);
    const parsed = parseCorrection(req.body);
    if (!parsed.ok) {
      await showMinutes(deps, res, req.params.id, parsed);
      return;
    }
    await proposeCorrection(deps, actor, { meetingId: req.params.id, text: parsed.values.correction });
    setFlash(req, t('minutes.correction.sent'));
    res.redirect(303, minutesPaths.show(req.params));
  });
  return router.use(deskRoutes(deps));
}

/** The minutes of a meeting if this reader may see them; else there is no such page. */
async function readable(db: Db, res: Response, id: string) {
  const { actor } = requestContext(res);
  const meeting = await getMeeting(db, id);
  conceal(meetingPolicy.view(actor, meeting));
  const { collaborativeId } = meeting;
  const collaborative = await getCollaborative(db, collaborativeId);
  const minutes = await getMinutes(db, id);
  const draftsArePublic = collaborative.settings.draftMinutesPublic;
  conceal(minutesPolicy.view(actor, { collaborativeId, status: minutes.status, draftsArePublic }));
  const approval = minutes.approvedByMotion === null ? undefined : await findApproval(db, minutes.approvedByMotion);
  return { meeting, collaborative, minutes, approval };
}

async function showMinutes(deps: Deps, res: Response, id: string, form?: FormState): Promise<void> {
  const { t, actor } = requestContext(res);
  const found = await readable(deps.reads, res, id);
  const mayCorrect = minutesPolicy.correct(actor, found.meeting).allowed;
  const corrections = mayCorrect ? await listCorrections(deps.reads, found.minutes.id) : [];
  const view = showMinutesView({ t, actor, ...found, corrections, form: form ?? blankForm() });
  renderPage(res, 'minutes/show', view, form === undefined ? 200 : 422);
}
