import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { calledName, getPerson, loadSessionActor } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { answerMeeting, findRsvp, getMeeting, isPublic, loadRemoteUses, parseRsvp, refusedRsvp, remoteText } from '../meetings';
import { readAnswerToken, type AnswerLink } from './answer-link';
import { attendingPaths } from './attending.paths';
import { answerView } from './attending.views';

/** The page behind the link of "are you coming?". To look changes nothing. */
export function attendingRoutes(deps: Deps): Router {
  const router = Router();
  router.get(attendingPaths.answer.pattern, async (req, res) => {
    await show(deps, res, req.params.token);
  });
  router.post(attendingPaths.answer.pattern, async (req: Request<{ token: string }>, res) => {
    const { token } = req.params;
    const { meetingId, personId } = linkOf(deps, token);
    const form = parseRsvp(req.body);
    if (!form.ok) {
      await show(deps, res, token, form);
      return;
    }
    const { now, t } = requestContext(res);
    const actor = await loadSessionActor(deps, personId, now, []);
    if (actor === null) throw new NotFound();
    const problem = await answerMeeting(deps, { ...actor, id: personId }, { meetingId, ...form.values });
    if (problem !== null) {
      await show(deps, res, token, refusedRsvp(form.raw, problem));
      return;
    }
    setFlash(req as Request, t('meetings.rsvp.saved'));
    res.redirect(303, attendingPaths.answer({ token }));
  });
  return router;
}

function linkOf(deps: Deps, token: string): AnswerLink {
  const link = readAnswerToken(token, deps.config.secret);
  if (link === undefined) throw new NotFound();
  return link;
}

async function show(deps: Deps, res: Response, token: string, form?: FormState): Promise<void> {
  const { meetingId, personId } = linkOf(deps, token);
  const { t, now } = requestContext(res);
  const meeting = await getMeeting(deps.reads, meetingId);
  if (!isPublic(meeting)) throw new NotFound();
  const name = calledName(await getPerson(deps.reads, personId));
  const own = await findRsvp(deps.reads, meetingId, personId);
  const raw = own === undefined ? {} : { answer: own.answer, reason: own.reason };
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  const { regime } = await getCollaborative(deps.reads, meeting.collaborativeId);
  const remote = remoteText(t, await loadRemoteUses(deps.reads, meeting, regime), personId);
  const parts = { token, name, remote, meeting, answer: own?.answer ?? null, now, form: form ?? { raw, errors: {} } };
  renderPage(res, 'attending/answer', answerView(t, parts), form === undefined ? 200 : 422);
}
