import { Router, type Request, type Response } from 'express';
import { toString as toPicture } from 'qrcode';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { bodyOf } from '../meetings';
import { meetingToRun, movementProblems, sessionPaths } from '../in-session';
import { deviceKinds } from './device';
import { addDevice, openDevice, revokeDevice } from './device.actions';
import { listDevices } from './device.queries';
import { devicesView } from './devices.views';
import { loadPresences } from './here.queries';
import { hereRoutes } from './here.routes';
import { deskView } from './here.views';
import { roomPaths } from './room.paths';
import { loadScreen } from './screen.queries';
import { chairView, projectorView } from './screen.views';

/** The screens in the room: for who runs the meeting, and for devices with an address of their own. */
export function roomRoutes(deps: Deps): Router {
  const router = Router().use(hereRoutes(deps));
  router.use('/meetings/:id/session', requireSignIn);
  router.get(roomPaths.projector.pattern, (req, res) => showScreen(deps, res, { kind: 'projector', meetingId: req.params.id }));
  router.get(roomPaths.chair.pattern, (req, res) => showScreen(deps, res, { kind: 'chair', meetingId: req.params.id }));
  router.get(sessionPaths.devices.pattern, (req, res) => showDevices(deps, res, { id: req.params.id, state: blankForm() }));
  router.post(sessionPaths.devices.pattern, (req, res) => makeDevice(deps, req, res));
  router.post(roomPaths.revocation.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id, device } = req.params;
    await revokeDevice(deps, actor, { meetingId: id, id: device });
    setFlash(req, t('room.devices.revoked'));
    res.redirect(303, sessionPaths.devices({ id }));
  });

  router.get(roomPaths.device.pattern, async (req, res) => {
    const { token } = req.params;
    const { kind, meetingId } = await openDevice({ db: deps.reads }, token);
    secretly(res);
    if (kind === 'desk') await showDesk(deps, req, res, { token, meetingId });
    else await render(deps, res, { kind, meetingId, isDevice: true });
  });
  router.get(roomPaths.devicePicture.pattern, async (req, res) => {
    const { token } = req.params;
    await openDevice({ db: deps.reads }, token);
    secretly(res);
    const address = deps.baseUrl + roomPaths.device({ token });
    res.type('svg').send(await toPicture(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }));
  });
  return router;
}

/** Pages whose address is a secret are kept nowhere and named to nobody. */
const secretly = (res: Response) => res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

interface Shown {
  readonly kind: 'projector' | 'chair';
  readonly meetingId: string;
}

async function showScreen(deps: Deps, res: Response, shown: Shown): Promise<void> {
  await meetingToRun({ db: deps.reads }, requestContext(res).actor, shown.meetingId);
  await render(deps, res, { ...shown, isDevice: false });
}

async function render(deps: Deps, res: Response, shown: Shown & { readonly isDevice: boolean }): Promise<void> {
  const { t, now, address } = requestContext(res);
  const { kind, meetingId, isDevice } = shown;
  const screen = await loadScreen(deps.reads, meetingId, now);
  const place = { t, address, isDevice };
  if (kind === 'chair') renderPage(res, 'room/chair', chairView(place, screen));
  else renderPage(res, 'room/projector', projectorView(place, screen));
}

async function showDesk(
  deps: Deps,
  req: Request<{ token: string }>,
  res: Response,
  { token, meetingId }: { readonly token: string; readonly meetingId: string },
): Promise<void> {
  const { t, now } = requestContext(res);
  const said = req.query['problem'];
  const problem = movementProblems.find((one) => one === said);
  const view = deskView({ t, address: roomPaths.device({ token }), isDevice: true }, await loadPresences(deps.reads, meetingId), {
    now,
    action: roomPaths.deviceArrival({ token }),
    problem: problem === undefined ? null : t(`room.problem.${problem}`),
  });
  renderPage(res, 'room/desk', view, problem === undefined ? 200 : 422);
}

async function makeDevice(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const { actor } = requestContext(res);
  await meetingToRun({ db: deps.reads }, actor, id);
  const form = parseForm({ kind: field.choice(deviceKinds) }, req.body);
  if (!form.ok) {
    await showDevices(deps, res, { id, state: form });
    return;
  }
  const token = await addDevice(deps, actor, { meetingId: id, kind: form.values.kind });
  secretly(res);
  await showDevices(deps, res, { id, state: blankForm(), token });
}

async function showDevices(deps: Deps, res: Response, shown: { id: string; state: FormState; token?: string }): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, state, token = null } = shown;
  const meeting = await meetingToRun({ db: deps.reads }, actor, id);
  const collaborative = await bodyOf(deps.reads, meeting);
  const devices = await listDevices(deps.reads, id);
  const view = devicesView({ t, meeting, collaborative, devices, state, token, baseUrl: deps.baseUrl });
  renderPage(res, 'room/devices', view, view.errorSummary === null ? 200 : 422);
}
