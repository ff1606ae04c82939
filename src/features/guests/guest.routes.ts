import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { checkOff, getSession, giveBack, register, setPlaces } from './guest.actions';
import { isTakenBack, parsePlaces, parseRegistration } from './guest.form';
import { readGuestToken } from './guest-link';
import { guestPaths } from './guest.paths';
import { getGuest, getGuestList, listGuests } from './guest.queries';
import { guestListView, ownView, registerView, sentView } from './guest.views';

/** Registering for a community session without an account, giving the place back, and the list of the staff at the door. */
export function guestRoutes(deps: Deps): Router {
  const router = Router();
  router.get(guestPaths.register.pattern, (req, res) => showForm(deps, res, req.params.id, blankForm({ key: deps.newId(), party: '1' })));
  router.post(guestPaths.register.pattern, (req, res) => take(deps, req, res));
  router.get(guestPaths.sent.pattern, async (req, res) => {
    renderPage(res, 'guests/sent', sentView(requestContext(res).t, await getSession({ db: deps.reads }, req.params.id)));
  });
  router.get(guestPaths.own.pattern, (req, res) => showOwn(deps, res, req.params.token));
  router.post(guestPaths.own.pattern, async (req, res) => {
    await giveBack(deps, requestContext(res).actor, idIn(deps, req.params.token));
    await showOwn(deps, res, req.params.token);
  });
  staffRoutes(deps, router);
  return router;
}

async function take(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, locale } = requestContext(res);
  const { id } = req.params;
  await getSession({ db: deps.reads }, id);
  if (isFromProgram(req.body)) {
    res.redirect(303, guestPaths.sent({ id }));
    return;
  }
  const form = parseRegistration(req.body);
  if (!form.ok) {
    await showForm(deps, res, id, form, 422);
    return;
  }
  await limit(deps, { name: 'guests', key: req.ip ?? '', points: 20, seconds: 3600 });
  if (form.values.email !== null) await limit(deps, { name: 'guests-address', key: form.values.email, points: 5, seconds: 3600 });
  await register(deps, actor, { meetingId: id, locale, registered: form.values });
  res.redirect(303, guestPaths.sent({ id }));
}

async function showForm(deps: Deps, res: Response, id: string, form: FormState, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  const meeting = await getSession({ db: deps.reads }, id);
  const [list, guests] = [await getGuestList(deps.reads, id), await listGuests(deps.reads, id)];
  renderPage(res, 'guests/register', registerView(t, { meeting, places: list.places, guests, form, now }), status);
}

function idIn(deps: Deps, token: string): string {
  const id = readGuestToken(token, deps.config.secret);
  if (id === undefined) throw new NotFound();
  return id;
}

async function showOwn(deps: Deps, res: Response, token: string): Promise<void> {
  const { t, now } = requestContext(res);
  const guest = await getGuest(deps.db, idIn(deps, token));
  const meeting = await getMeeting(deps.reads, guest.meetingId);
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  renderPage(res, 'guests/own', ownView(t, { token, meeting, guest, now }));
}

function staffRoutes(deps: Deps, router: Router): void {
  router.use([guestPaths.list.pattern], requireSignIn);
  router.get(guestPaths.list.pattern, (req, res) => showList(deps, res, req.params.id));
  router.post(guestPaths.places.pattern, async (req: Request<{ id: string }>, res) => {
    const { id } = req.params;
    await sessionToArrange(deps, res, id);
    const form = parsePlaces(req.body);
    if (!form.ok) {
      await showList(deps, res, id, form);
      return;
    }
    const { places, version } = form.values;
    await setPlaces(deps, requestContext(res).actor, { meetingId: id, places, version });
    done(req, res, id);
  });
  router.post(guestPaths.arrival.pattern, async (req: Request<{ id: string; guest: string }>, res) => {
    const { id, guest } = req.params;
    await checkOff(deps, requestContext(res).actor, { meetingId: id, guestId: guest, isHere: !isTakenBack(req.body) });
    done(req, res, id);
  });
  router.post(guestPaths.removal.pattern, async (req: Request<{ id: string; guest: string }>, res) => {
    const { id, guest } = req.params;
    await sessionToArrange(deps, res, id);
    if ((await getGuest(deps.reads, guest)).meetingId !== id) throw new NotFound();
    await giveBack(deps, requestContext(res).actor, guest);
    done(req, res, id);
  });
}

function done(req: Request<{ id: string }>, res: Response, id: string): void {
  setFlash(req as Request, requestContext(res).t('guests.list.saved'));
  res.redirect(303, guestPaths.list({ id }));
}

async function sessionToArrange(deps: Deps, res: Response, id: string): Promise<Meeting> {
  const meeting = await getSession({ db: deps.reads }, id);
  conceal(meetingPolicy.arrange(requestContext(res).actor, meeting.collaborativeId));
  return meeting;
}

async function showList(deps: Deps, res: Response, id: string, form?: FormState): Promise<void> {
  const meeting = await sessionToArrange(deps, res, id);
  const [list, guests] = [await getGuestList(deps.reads, id), await listGuests(deps.reads, id)];
  const state = form ?? blankForm({ places: list.places === null ? '' : String(list.places), version: String(list.version) });
  renderPage(
    res,
    'guests/list',
    guestListView(requestContext(res).t, { meeting, guests, places: list.places, form: state }),
    form === undefined ? 200 : 422,
  );
}
