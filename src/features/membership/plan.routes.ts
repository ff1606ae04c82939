import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { fieldError, type RawForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { membershipPaths } from './membership.paths';
import { membershipPolicy } from './membership.policy';
import { listTermsOf } from './membership.queries';
import { parseSeat, rawSeat } from './plan.form';
import { planView, seatView } from './plan.views';
import { addSeat, changeSeat } from './seat.actions';
import { getSeat, listAllSeats } from './seat.queries';

/** The seat plan of a collaborative: its seats and their rules, printable, changed by staff. */
export function planRoutes(deps: Deps): Router {
  const router = Router();
  const { plan, newSeat, seat } = membershipPaths;
  router.use([plan.pattern, seat.pattern], requireSignIn);
  router.get(plan.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    const body = { collaborativeId: collaborative.id };
    conceal(membershipPolicy.view(actor, body));
    const mayChange = membershipPolicy.change(actor, body).allowed;
    const seats = await listAllSeats(deps.reads, collaborative.id);
    renderPage(res, 'membership/plan', planView(t, seats, { collaborative, today: dateOf(now), mayChange }));
  });
  router.get(newSeat.pattern, (req, res) => showNew(deps, res, req.params.slug, blankForm(usual)));
  router.post(newSeat.pattern, (req, res) => postNew(deps, req, res));
  router.get(seat.pattern, (req, res) => showSeat(deps, res, { id: req.params.id, form: null }));
  router.post(seat.pattern, (req, res) => postSeat(deps, req, res));
  return router;
}

const usual = { votes: 'yes', takes_applications: 'yes' };

async function showNew(deps: Deps, res: Response, slug: string, form: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  const body = { collaborativeId: collaborative.id };
  conceal(membershipPolicy.view(actor, body));
  authorize(membershipPolicy.change(actor, body));
  const filled = { ...form, raw: { term_years: String(collaborative.settings.termYears), ...form.raw } };
  renderPage(res, 'membership/seat', seatView(t, { collaborative, seat: null, wasHeld: false, form: filled, events: [] }), status);
}

async function postNew(deps: Deps, req: Request<{ slug: string }>, res: Response): Promise<void> {
  const { slug } = req.params;
  const form = parseSeat(req.body);
  if (!form.ok) return showNew(deps, res, slug, form, 422);
  const collaborative = await getCollaborativeBySlug(deps.db, slug);
  const wanted = { ...form.values, collaborativeId: collaborative.id };
  if (await isTaken(deps, wanted)) return showNew(deps, res, slug, takenForm(form), 422);
  const { code } = await addSeat(deps, signedIn(res), wanted);
  setFlash(req, requestContext(res).t('membership.plan.saved', { code }));
  res.redirect(303, membershipPaths.plan({ slug }));
}

async function showSeat(deps: Deps, res: Response, { id, form }: { id: string; form: FormState | null }, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const seat = await getSeat(deps.reads, id);
  conceal(membershipPolicy.view(actor, seat));
  authorize(membershipPolicy.change(actor, seat));
  const collaborative = await getCollaborative(deps.reads, seat.collaborativeId);
  const wasHeld = (await listTermsOf(deps.reads, id)).length > 0;
  const events = await listEvents(deps.reads, { kind: 'seat', id });
  renderPage(res, 'membership/seat', seatView(t, { collaborative, seat, wasHeld, form: form ?? blankForm(rawSeat(seat)), events }), status);
}

async function postSeat(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const form = parseSeat(req.body);
  if (!form.ok) return showSeat(deps, res, { id, form }, 422);
  const { collaborativeId } = await getSeat(deps.db, id);
  if (await isTaken(deps, { ...form.values, collaborativeId, id })) return showSeat(deps, res, { id, form: takenForm(form) }, 422);
  const saved = await changeSeat(deps, signedIn(res), id, form.values);
  setFlash(req, requestContext(res).t('membership.plan.saved', { code: saved.code }));
  const { slug } = await getCollaborative(deps.db, saved.collaborativeId);
  res.redirect(303, membershipPaths.plan({ slug }));
}

/** Asked before saving so that the words are kept; the database refuses it all the same. */
const isTaken = async (
  deps: Deps,
  { collaborativeId, code, id }: { collaborativeId: string; code: string; id?: string },
): Promise<boolean> => (await listAllSeats(deps.db, collaborativeId)).some((seat) => seat.code === code && seat.id !== id);

const takenForm = ({ raw }: { raw: RawForm }): FormState => ({ raw, errors: { code: fieldError('membership.errors.codeTaken') } });
