import { Router, type Request, type Response } from 'express';
import { toString as toPicture } from 'qrcode';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { field, fieldError, parseForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { checkIn, loadSession } from '../in-session';
import { getMeeting, meetingPolicy } from '../meetings';
import { openDevice } from './device.actions';
import { loadPresences } from './here.queries';
import { hereView } from './here.views';
import { roomPaths } from './room.paths';

/** Checking in: by one's own phone, or by the desk at the door. */
export function hereRoutes(deps: Deps): Router {
  const router = Router();
  router.get(roomPaths.herePicture.pattern, async (req, res) => {
    const { id } = req.params;
    conceal(meetingPolicy.view(requestContext(res).actor, await getMeeting(deps.reads, id)));
    const address = deps.baseUrl + roomPaths.here({ id });
    res.type('svg').send(await toPicture(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }));
  });
  router.use(roomPaths.here.pattern, requireSignIn);
  router.get(roomPaths.here.pattern, (req, res) => showHere(deps, res, req.params.id, blankForm()));
  router.post(roomPaths.here.pattern, (req, res) => sayHere(deps, req, res));
  router.post(roomPaths.deviceArrival.pattern, (req, res) => arriveAtDesk(deps, req, res));
  return router;
}

async function meetingOfMember(deps: Deps, res: Response, id: string): Promise<void> {
  const { actor } = requestContext(res);
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(actor, meeting));
  authorize(meetingPolicy.answer(actor, meeting));
}

async function showHere(deps: Deps, res: Response, id: string, state: FormState): Promise<void> {
  const { t, now } = requestContext(res);
  await meetingOfMember(deps, res, id);
  const presences = await loadPresences(deps.reads, id);
  const view = hereView({ ...presences, t, now, personId: signedIn(res).id, state });
  renderPage(res, 'room/here', view, view.errorSummary === null ? 200 : 422);
}

async function sayHere(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  await meetingOfMember(deps, res, id);
  const actor = signedIn(res);
  const { voters } = await loadSession(deps.reads, id);
  const own = voters.find(({ personId }) => personId === actor.id);
  const problem = own === undefined ? 'notVoter' : await checkIn(deps, actor, { meetingId: id, membershipId: own.membershipId });
  if (problem === null) res.redirect(303, roomPaths.here({ id }));
  else await showHere(deps, res, id, { raw: {}, errors: { here: fieldError(`room.problem.${problem}`) } });
}

/** The desk has no account: it names the member, and the address says that it may. */
async function arriveAtDesk(deps: Deps, req: Request<{ token: string }>, res: Response): Promise<void> {
  const { token } = req.params;
  const { kind, meetingId } = await openDevice({ db: deps.reads }, token);
  if (kind !== 'desk') throw new NotFound();
  const form = parseForm({ member: field.id() }, req.body);
  const { actor } = requestContext(res);
  const desk = { ...actor, id: null, grants: [], seats: [], offices: [] };
  const problem = form.ok ? await checkIn(deps, desk, { meetingId, membershipId: form.values.member }) : 'notVoter';
  const address = roomPaths.device({ token });
  res.redirect(303, problem === null ? address : `${address}?problem=${problem}`);
}
