import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { parseForm } from '../../lib/form';
import { authorize } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative } from '../collaboratives';
import { getMeeting, meetingPolicy } from '../meetings';
import { general } from './comment.form';
import { itemsToComment } from './comment.views';
import { placeOf } from './place.routes';
import { takesSpeakers, type SpeakerEvent } from './speaker';
import { cancelSignUp, giveFloor, ownPage, signUp, speakerOf } from './speaker.actions';
import { callFields, parseSpeaker } from './speaker.form';
import { speakerPaths } from './speaker.paths';
import { listSpeakers } from './speaker.queries';
import { doorView, ownView, sheetView, signUpView, speakersView } from './speaker.views';

const empty = (deps: Deps) => blankForm({ item: general, way: 'in_person', key: deps.newId() });

/** Signing up to speak, and the list from which speakers are called. */
export function speakerRoutes(deps: Deps): Router {
  const router = Router();
  router.get(speakerPaths.signUp.pattern, (req, res) => showSignUp(deps, res, req.params.id, empty(deps)));
  router.post(speakerPaths.signUp.pattern, (req, res) => takeSignUp(deps, req, res));
  router.get(speakerPaths.own.pattern, (req, res) => showOwn(deps, res, req.params.token));
  router.post(speakerPaths.own.pattern, async (req, res) => {
    await cancelSignUp(deps, requestContext(res).actor, req.params.token);
    res.redirect(303, speakerPaths.own(req.params));
  });
  sessionRoutes(router, deps);
  return router;
}

async function showSignUp(deps: Deps, res: Response, id: string, state: FormState, status = 200): Promise<void> {
  const place = await placeOf(deps, res, id);
  const isOpen = takesSpeakers(place.meeting, requestContext(res).now);
  renderPage(res, 'comments/sign-up', signUpView(place, isOpen, state), status);
}

async function takeSignUp(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, locale } = requestContext(res);
  const { id } = req.params;
  const { posting } = await placeOf(deps, res, id);
  const form = parseSpeaker(
    req.body,
    itemsToComment(posting).map((item) => item.id),
  );
  if (!form.ok) {
    await showSignUp(deps, res, id, form, 422);
    return;
  }
  await limit(deps, { name: 'speaker', key: req.ip ?? '', points: 10, seconds: 3600 });
  const { item, ...rest } = form.values;
  if (rest.email !== '') await limit(deps, { name: 'comment-address', key: rest.email, points: 5, seconds: 3600 });
  const speaker = await signUp(deps, actor, { ...rest, locale, meetingId: id, itemId: item === general ? null : item }, false);
  res.redirect(303, ownPage(deps, speaker));
}

async function showOwn(deps: Deps, res: Response, token: string): Promise<void> {
  const speaker = await speakerOf({ ...deps, db: deps.reads }, token);
  const meeting = await getMeeting(deps.reads, speaker.meetingId);
  const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  const { t } = requestContext(res);
  renderPage(res, 'comments/own', ownView({ t, meeting, collaborative }, speaker, speakerPaths.own({ token })));
}

function sessionRoutes(router: Router, deps: Deps): void {
  router.use(speakerPaths.list.pattern, requireSignIn);
  router.get(speakerPaths.list.pattern, (req, res) => showList(deps, res, req.params.id, empty(deps)));
  router.post(speakerPaths.list.pattern, (req, res) => takeAtDoor(deps, req, res));
  router.get(speakerPaths.sheet.pattern, async (req, res) => {
    const place = await runPlace(deps, res, req.params.id);
    renderPage(res, 'comments/sheet', sheetView(place, await listSpeakers(deps.reads, place.meeting.id)));
  });
  router.get(speakerPaths.door.pattern, async (req, res) => {
    renderPage(res, 'comments/door', doorView(await runPlace(deps, res, req.params.id)));
  });
  router.post(speakerPaths.call.pattern, (req, res) => turn(deps, req, res, 'call'));
  router.post(speakerPaths.end.pattern, (req, res) => turn(deps, req, res, 'finish'));
  router.post(speakerPaths.absence.pattern, (req, res) => turn(deps, req, res, 'miss'));
}

async function runPlace(deps: Deps, res: Response, id: string) {
  const place = await placeOf(deps, res, id);
  authorize(meetingPolicy.run(requestContext(res).actor, place.meeting));
  return place;
}

async function showList(deps: Deps, res: Response, id: string, state: FormState, status = 200): Promise<void> {
  const place = await runPlace(deps, res, id);
  const speakers = await listSpeakers(deps.reads, id);
  renderPage(res, 'comments/speakers', speakersView({ ...place, now: requestContext(res).now, speakers, state }), status);
}

async function takeAtDoor(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t, locale } = requestContext(res);
  const { id } = req.params;
  const { posting } = await runPlace(deps, res, id);
  const form = parseSpeaker(
    req.body,
    itemsToComment(posting).map((item) => item.id),
  );
  if (!form.ok) {
    await showList(deps, res, id, form, 422);
    return;
  }
  const { item, ...rest } = form.values;
  const wanted = { ...rest, locale, meetingId: id, itemId: item === general ? null : item };
  const { number } = await signUp(deps, actor, wanted, true);
  setFlash(req, t('comments.speakers.added', { number }));
  res.redirect(303, speakerPaths.list({ id }));
}

type OneSpeaker = Request<{ id: string; speaker: string }>;

async function turn(deps: Deps, req: OneSpeaker, res: Response, event: Exclude<SpeakerEvent, 'cancel'>): Promise<void> {
  const { id, speaker } = req.params;
  await runPlace(deps, res, id);
  const form = parseForm(callFields, req.body);
  if (!form.ok) {
    await showList(deps, res, id, form, 422);
    return;
  }
  const { actor } = requestContext(res);
  await giveFloor(deps, actor, { meetingId: id, speakerId: speaker, version: form.values.version, event });
  res.redirect(303, speakerPaths.list({ id }));
}
