import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { groundOf, putForward, takeBackException, voteOnException } from './exception.actions';
import { obstacleTo, type Exception } from './exception';
import { parseMatter } from './exception.form';
import { getException, listExceptions } from './exception.queries';
import { exceptionsView, type SentMatter } from './exception.views';
import { whoSaysWhy } from './motion';
import { loadSession, votingBody } from './record.queries';
import { meetingToRun } from './session.actions';
import { parseVersion, parseVote } from './session.form';
import { sessionPaths } from './session.paths';

type OneRequest = Request<{ id: string; exception: string }>;

/** Matters that came up after the posting: put forward, voted on by roll call, taken back. */
export function exceptionRoutes(deps: Deps): Router {
  const router = Router();
  router.get(sessionPaths.exceptions.pattern, (req, res) => showExceptions(deps, res, req.params.id));
  router.post(sessionPaths.exceptions.pattern, (req, res) => takeMatter(deps, req, res));
  router.post(sessionPaths.exceptionVote.pattern, (req, res) => takeVote(deps, req, res));
  router.post(sessionPaths.exceptionWithdrawal.pattern, (req, res) => takeWithdrawal(deps, req, res));
  return router;
}

async function takeMatter(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToRun(deps, actor, id);
  const parsed = parseMatter(req.body);
  if (!parsed.ok) {
    await showExceptions(deps, res, id, { which: 'matter', form: parsed, isStale: false });
    return;
  }
  await putForward(deps, actor, { meetingId: id, ...parsed.values });
  setFlash(req, t('offAgenda.proposed'));
  res.redirect(303, sessionPaths.exceptions({ id }));
}

async function takeVote(deps: Deps, req: OneRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, exception: exceptionId } = req.params;
  await meetingToRun(deps, actor, id);
  const exception = await getException(deps.db, id, exceptionId);
  const session = await loadSession(deps.db, id);
  const here = session.presence.voters.filter((member) => session.present.has(member));
  const parsed = parseVote(req.body, here, whoSaysWhy(session.bodies.map(votingBody)));
  if (!isAbout(req.body, exception)) {
    await showExceptions(deps, res, id, { which: 'vote', form: { raw: parsed.raw, errors: {} }, isStale: true });
    return;
  }
  if (!session.quorum.isMet) throw new Conflict('inSession.errors.noQuorum');
  if (!parsed.ok) {
    await showExceptions(deps, res, id, { which: 'vote', form: parsed, isStale: false });
    return;
  }
  const ended = await voteOnException(deps, actor, { meetingId: id, exceptionId, version: exception.version, ...parsed.values });
  if (ended === 'stale') {
    await showExceptions(deps, res, id, { which: 'vote', form: { raw: parsed.raw, errors: {} }, isStale: true });
    return;
  }
  setFlash(req, ended === 'carried' ? t('offAgenda.carried') : t('offAgenda.failed'));
  res.redirect(303, sessionPaths.exceptions({ id }));
}

/** Whether a form was made from a matter as it stands. */
function isAbout(body: unknown, { version }: Pick<Exception, 'version'>): boolean {
  const sent = parseVersion(body);
  return sent.ok && sent.values.version === version;
}

async function takeWithdrawal(deps: Deps, req: OneRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, exception: exceptionId } = req.params;
  const version = parseVersion(req.body);
  const wanted = { meetingId: id, exceptionId, version: version.ok ? version.values.version : 0 };
  if ((await takeBackException(deps, actor, wanted)) === 'stale') {
    await showExceptions(deps, res, id, { which: 'vote', form: { raw: {}, errors: {} }, isStale: true });
    return;
  }
  setFlash(req, t('offAgenda.withdrawn'));
  res.redirect(303, sessionPaths.exceptions({ id }));
}

async function showExceptions(deps: Deps, res: Response, id: string, sent?: SentMatter): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  await meetingToRun({ db }, actor, id);
  const session = await loadSession(db, id);
  const ground = await groundOf(db, session);
  const exceptions = await listExceptions(db, id);
  const view = exceptionsView({ t, session, ground, exceptions, obstacle: obstacleTo(ground), sent: sent ?? null });
  renderPage(res, 'in-session/exceptions', view, sent === undefined ? 200 : sent.isStale ? 409 : 422);
}
