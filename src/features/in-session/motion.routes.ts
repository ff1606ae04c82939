import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { requestContext } from '../../web/request-context';
import { refusal, showItem, stale } from './item.routes';
import { makeMotion, noteNoSecond, noteSecond, takeBackMotion, voteOnMotion, type WhenCarried } from './motion.actions';
import { whoSaysWhy } from './motion';
import { getMotion } from './motion.queries';
import { loadSession, votingBody } from './record.queries';
import { meetingToRun } from './session.actions';
import { parseMotion, parseSecond, parseVersion, parseVote, parseWording } from './session.form';
import { sessionPaths } from './session.paths';
import { rewordMotion } from './wording.actions';

type MotionRequest = Request<{ id: string; motion: string }>;

/** Making motions, seconding them, voting on them by roll call, taking them back. */
export function motionRoutes(deps: Deps, whenCarried: readonly WhenCarried[]): Router {
  const router = Router();
  router.post(sessionPaths.motion.pattern, (req, res) => takeMotion(deps, req, res));
  router.post(sessionPaths.second.pattern, (req, res) => takeSecond(deps, req, res));
  router.post(sessionPaths.noSecond.pattern, (req, res) => takeNoSecond(deps, req, res));
  router.post(sessionPaths.vote.pattern, (req, res) => takeVote(deps, req, res, whenCarried));
  router.post(sessionPaths.wording.pattern, (req, res) => takeWording(deps, req, res));
  router.post(sessionPaths.withdrawal.pattern, (req, res) => takeWithdrawal(deps, req, res));
  return router;
}

async function takeMotion(deps: Deps, req: Request<{ id: string; item: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  await meetingToRun(deps, actor, id);
  const { present } = await loadSession(deps.db, id);
  const parsed = parseMotion(req.body, present);
  if (!parsed.ok) {
    await showItem(deps, res, req.params, refusal('motion', parsed));
    return;
  }
  const { motion, mover, seconder } = parsed.values;
  await makeMotion(deps, actor, { meetingId: id, itemId: item, text: motion, moverId: mover, seconderId: seconder });
  setFlash(req, seconder === null ? t('inSession.motion.madeAlone') : t('inSession.motion.made'));
  res.redirect(303, sessionPaths.item({ id, item }));
}

async function takeSecond(deps: Deps, req: MotionRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const motion = await getMotion(deps.db, id, req.params.motion);
  const ids = { id, item: motion.itemId };
  const { present } = await loadSession(deps.db, id);
  const parsed = parseSecond(req.body, motion.moverId, present);
  if (!parsed.ok) {
    await showItem(deps, res, ids, refusal('second', parsed));
    return;
  }
  const { second: seconderId, version } = parsed.values;
  if ((await noteSecond(deps, actor, { meetingId: id, motionId: motion.id, version, seconderId })) === 'stale') {
    await showItem(deps, res, ids, stale('second', parsed));
    return;
  }
  setFlash(req, t('inSession.motion.made'));
  res.redirect(303, sessionPaths.item(ids));
}

const takeNoSecond = (deps: Deps, req: MotionRequest, res: Response): Promise<void> =>
  takeEnd(deps, req, res, { end: noteNoSecond, said: 'inSession.motion.died' });

async function takeVote(deps: Deps, req: MotionRequest, res: Response, whenCarried: readonly WhenCarried[]): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const motion = await getMotion(deps.db, id, req.params.motion);
  const ids = { id, item: motion.itemId };
  const { presence, present, quorum, bodies } = await loadSession(deps.db, id);
  const version = parseVersion(req.body);
  if (!version.ok || version.values.version !== motion.version) {
    await showItem(deps, res, ids, stale('vote', version));
    return;
  }
  if (!quorum.isMet) throw new Conflict('inSession.errors.noQuorum');
  const parsed = parseVote(
    req.body,
    presence.voters.filter((member) => present.has(member)),
    whoSaysWhy(bodies.map(votingBody)),
  );
  if (!parsed.ok) {
    await showItem(deps, res, ids, refusal('vote', parsed));
    return;
  }
  const vote = { meetingId: id, motionId: motion.id, version: version.values.version, ...parsed.values };
  const saved = await voteOnMotion(deps, actor, vote, whenCarried);
  if (saved === 'stale') {
    await showItem(deps, res, ids, stale('vote', parsed));
    return;
  }
  const { status } = await getMotion(deps.db, id, motion.id);
  setFlash(req, status === 'carried' ? t('inSession.motion.carried') : t('inSession.motion.failed'));
  res.redirect(303, sessionPaths.item(ids));
}

async function takeWording(deps: Deps, req: MotionRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const { id: motionId, itemId, seconderId } = await getMotion(deps.db, id, req.params.motion);
  const parsed = parseWording(req.body, seconderId !== null);
  if (!parsed.ok) {
    await showItem(deps, res, { id, item: itemId }, refusal('wording', parsed));
    return;
  }
  const { wording: text, version } = parsed.values;
  if ((await rewordMotion(deps, actor, { meetingId: id, motionId, version, text })) === 'stale') {
    await showItem(deps, res, { id, item: itemId }, stale('wording', parsed));
    return;
  }
  setFlash(req, t('inSession.motion.reworded'));
  res.redirect(303, sessionPaths.item({ id, item: itemId }));
}

const takeWithdrawal = (deps: Deps, req: MotionRequest, res: Response): Promise<void> =>
  takeEnd(deps, req, res, { end: takeBackMotion, said: 'inSession.motion.withdrawn' });

/** What takes a motion off the floor without a vote, and what is said then. */
interface End {
  readonly end: typeof takeBackMotion;
  readonly said: 'inSession.motion.withdrawn' | 'inSession.motion.died';
}

async function takeEnd(deps: Deps, req: MotionRequest, res: Response, { end, said }: End): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const { id: motionId, itemId } = await getMotion(deps.db, id, req.params.motion);
  const version = parseVersion(req.body);
  const wanted = { meetingId: id, motionId, version: version.ok ? version.values.version : 0 };
  if ((await end(deps, actor, wanted)) === 'stale') {
    await showItem(deps, res, { id, item: itemId }, stale('vote', version));
    return;
  }
  setFlash(req, t(said));
  res.redirect(303, sessionPaths.item({ id, item: itemId }));
}
