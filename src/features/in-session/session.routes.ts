import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError } from '../../lib/form';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findPostingInTime, listItems } from '../agendas';
import { listRsvps, loadRemoteUses } from '../meetings';
import { callRoll, noteMovement, takeBackMovement } from './attendance.actions';
import { listCheckIns } from './check-in.queries';
import { listExceptions } from './exception.queries';
import { listMotions } from './motion.queries';
import { loadSession } from './record.queries';
import { rawRollCall, rollCallView, usedUpBy } from './roll-call.views';
import { adjournMeeting, beginMeeting, meetingToRun } from './session.actions';
import { parseMovement, parseRollCall } from './session.form';
import { sessionPaths } from './session.paths';
import { sessionView } from './session.views';

/** The desk of a running meeting: beginning, roll call, coming and going, adjourning. */
export function deskRoutes(deps: Deps): Router {
  const router = Router();
  router.get(sessionPaths.show.pattern, (req, res) => showSession(deps, res, req.params.id));

  router.post(sessionPaths.beginning.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await beginMeeting(deps, actor, req.params.id);
    setFlash(req, t('inSession.show.begun'));
    res.redirect(303, sessionPaths.show(req.params));
  });

  router.post(sessionPaths.adjournment.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await adjournMeeting(deps, actor, req.params.id);
    setFlash(req, t('inSession.show.adjourned'));
    res.redirect(303, sessionPaths.show(req.params));
  });

  router.get(sessionPaths.rollCall.pattern, (req, res) => showRollCall(deps, res, req.params.id));
  router.post(sessionPaths.rollCall.pattern, (req, res) => takeRollCall(deps, req, res));
  router.post(sessionPaths.movement.pattern, (req, res) => takeMovement(deps, req, res));

  router.post(sessionPaths.movementRemoval.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await takeBackMovement(deps, actor, { meetingId: req.params.id, movementId: req.params.movement });
    setFlash(req, t('inSession.movement.takenBack'));
    res.redirect(303, sessionPaths.show(req.params));
  });
  return router;
}

async function takeRollCall(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const { meeting, collaborative, presence, voters } = await loadSession(deps.db, id);
  const uses = await loadRemoteUses(deps.db, meeting, collaborative.regime);
  const parsed = parseRollCall(req.body, presence.voters, usedUpBy(voters, uses));
  if (!parsed.ok) {
    await showRollCall(deps, res, id, { form: parsed, status: 422 });
    return;
  }
  const saved = await callRoll(deps, actor, { meetingId: id, ...parsed.values });
  if (saved === 'stale') {
    await showRollCall(deps, res, id, { form: { raw: parsed.raw, errors: {} }, status: 409 });
    return;
  }
  setFlash(req, t('inSession.rollCall.saved'));
  res.redirect(303, sessionPaths.show({ id }));
}

async function takeMovement(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  const meeting = await meetingToRun(deps, actor, id);
  const parsed = parseMovement(req.body, dateOf(meeting.inSessionAt ?? meeting.startsAt));
  if (!parsed.ok) {
    await showSession(deps, res, id, parsed);
    return;
  }
  const problem = await noteMovement(deps, actor, { meetingId: id, ...parsed.values });
  if (problem !== null) {
    const isAboutTime = problem === 'tooEarly' || problem === 'ahead' || problem === 'beforeVote';
    const error = fieldError(`inSession.movementProblem.${problem}`);
    await showSession(deps, res, id, { raw: parsed.raw, errors: isAboutTime ? { at: error } : { member: error } });
    return;
  }
  setFlash(req, t('inSession.movement.saved'));
  res.redirect(303, sessionPaths.show({ id }));
}

async function showSession(deps: Deps, res: Response, id: string, form?: FormState): Promise<void> {
  const { actor, t, now } = requestContext(res);
  await meetingToRun({ db: deps.reads }, actor, id);
  const session = await loadSession(deps.reads, id);
  const items = await listItems(deps.reads, id);
  const motions = await listMotions(deps.reads, id);
  const isLate = (await findPostingInTime(deps.reads, id)) === undefined;
  const view = sessionView({
    t,
    now,
    session,
    items,
    motions,
    isLate,
    checkIns: await listCheckIns(deps.reads, id),
    exceptions: await listExceptions(deps.reads, id),
    form: form ?? blankForm(),
  });
  renderPage(res, 'in-session/show', view, form === undefined ? 200 : 422);
}

async function showRollCall(deps: Deps, res: Response, id: string, sent?: { form: FormState; status: 409 | 422 }): Promise<void> {
  const { actor, t } = requestContext(res);
  await meetingToRun({ db: deps.reads }, actor, id);
  const session = await loadSession(deps.reads, id);
  const remote = await loadRemoteUses(deps.reads, session.meeting, session.collaborative.regime);
  const checkIns = await listCheckIns(deps.reads, id);
  const form = sent?.form ?? blankForm(rawRollCall(session, checkIns, await listRsvps(deps.reads, id)));
  const view = rollCallView({ t, session, remote, checkIns, form, isStale: sent?.status === 409 });
  renderPage(res, 'in-session/roll-call', view, sent?.status ?? 200);
}
