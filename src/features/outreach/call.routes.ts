import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { languages } from '../../i18n/locales';
import { parseForm } from '../../lib/form';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import type { WhenAccepted } from '../offers';
import { inCallOrder, isToCall, type ToCall } from './call';
import { addCaller, answerByPhone, endCaller, logCall } from './call.actions';
import { callerFields, readAnswer, readLog } from './call.form';
import { callPaths } from './call.paths';
import { callPolicy } from './call.policy';
import { getToCall, listCallers, listCallPlaces, listToCall } from './call.queries';
import { callPlacesView, callsView, callView, type Calling } from './call.views';
import { callersView } from './caller.views';

type InPlace = Request<{ code: string; slug: string }>;
type AtOffer = Request<{ code: string; slug: string; offer: string }>;

/** The callers' list, one call, and who the callers are. */
export function callRoutes(deps: Deps, doors: { readonly whenAccepted: WhenAccepted }): Router {
  const router = Router();
  router.use([callPaths.mine.pattern, callPaths.list.pattern, callPaths.callers.pattern], requireSignIn);
  listRoutes(router, deps);
  callOneRoutes(router, deps, doors.whenAccepted);
  callerRoutes(router, deps);
  return router;
}

function listRoutes(router: Router, deps: Deps): void {
  router.get(callPaths.mine.pattern, async (_req, res) => {
    const { t, now } = requestContext(res);
    renderPage(res, 'outreach/call-places', callPlacesView(t, await listCallPlaces(deps.reads, signedIn(res).id, dateOf(now))));
  });

  router.get(callPaths.list.pattern, async (req: InPlace, res) => {
    const { t, now, actor } = requestContext(res);
    const calling = await placeOf(deps, req, res);
    const place = idsOf(calling);
    const open = await listToCall(deps.reads, place, signedIn(res).id);
    const people = inCallOrder(
      open.filter((person) => isToCall(person, now)),
      now,
    );
    const sides = languages.map(({ code }) => deps.translate(code));
    const mayChoose = callPolicy.choose(actor, place).allowed;
    renderPage(res, 'outreach/calls', callsView(t, calling, { people, sides, mayChoose }));
  });
}

function callOneRoutes(router: Router, deps: Deps, whenAccepted: WhenAccepted): void {
  router.get(callPaths.show.pattern, async (req: AtOffer, res) => {
    const calling = await placeOf(deps, req as InPlace, res);
    showCall(deps, res, calling, await personOf(deps, req, res, calling), blankForm());
  });

  router.post(callPaths.log.pattern, async (req: AtOffer, res) => {
    const { t, now } = requestContext(res);
    const calling = await placeOf(deps, req as InPlace, res);
    const person = await personOf(deps, req, res, calling);
    const form = readLog(req.body, now);
    if (!form.ok) {
      showCall(deps, res, calling, person, form);
      return;
    }
    await logCall(deps, signedIn(res), idsOf(calling), { offerId: person.offerId, ...form.values });
    setFlash(req as Request, t('outreach.calls.noted'));
    res.redirect(303, callPaths.list(req.params));
  });

  router.post(callPaths.answer.pattern, async (req: AtOffer, res) => {
    const { t } = requestContext(res);
    const calling = await placeOf(deps, req as InPlace, res);
    const person = await personOf(deps, req, res, calling);
    const form = readAnswer(req.body, person.name);
    if (!form.ok) {
      showCall(deps, res, calling, person, form);
      return;
    }
    await answerByPhone(deps, signedIn(res), idsOf(calling), { offerId: person.offerId, ...form.values }, whenAccepted);
    setFlash(req as Request, t(`outreach.calls.answered.${form.values.answer}`, { name: person.name }));
    res.redirect(303, callPaths.list(req.params));
  });
}

function callerRoutes(router: Router, deps: Deps): void {
  const show = async (req: InPlace, res: Response, state: FormState, status = 200) => {
    const { t, now } = requestContext(res);
    const calling = await choosingOf(deps, req, res);
    const callers = await listCallers(deps.reads, idsOf(calling), dateOf(now));
    renderPage(res, 'outreach/callers', callersView(t, calling, state, callers), status);
  };

  router.get(callPaths.callers.pattern, (req: InPlace, res) => show(req, res, blankForm()));

  router.post(callPaths.callers.pattern, async (req: InPlace, res) => {
    const calling = await choosingOf(deps, req, res);
    const form = parseForm(callerFields, req.body);
    if (!form.ok) {
      await show(req, res, form, 422);
      return;
    }
    await addCaller(deps, requestContext(res).actor, idsOf(calling), form.values);
    setFlash(req as Request, requestContext(res).t('common.saved'));
    res.redirect(303, callPaths.callers(req.params));
  });

  router.post(callPaths.end.pattern, async (req: Request<{ code: string; slug: string; person: string }>, res) => {
    const calling = await choosingOf(deps, req as InPlace, res);
    await endCaller(deps, requestContext(res).actor, idsOf(calling), req.params.person);
    res.redirect(303, callPaths.callers(req.params));
  });
}

const idsOf = ({ cycle, collaborative }: Calling) => ({ cycleId: cycle.id, collaborativeId: collaborative.id });

function showCall(deps: Deps, res: Response, calling: Calling, person: ToCall, state: FormState): void {
  const { t } = requestContext(res);
  const isRefused = Object.keys(state.errors).length > 0;
  const view = callView(t, calling, person, { state, side: deps.translate(person.locale) });
  renderPage(res, 'outreach/call', view, isRefused ? 422 : 200);
}

const personOf = (deps: Deps, req: AtOffer, res: Response, calling: Calling): Promise<ToCall> =>
  getToCall(deps.reads, idsOf(calling), { offerId: req.params.offer, by: signedIn(res).id });

async function placeOf(deps: Deps, req: InPlace, res: Response): Promise<Calling> {
  const { actor, now } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
  const cycle = await getCycleByCode(deps.reads, req.params.code);
  conceal(callPolicy.call(actor, { cycleId: cycle.id, collaborativeId: collaborative.id }));
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  return { cycle, collaborative, now };
}

async function choosingOf(deps: Deps, req: InPlace, res: Response): Promise<Calling> {
  const calling = await placeOf(deps, req, res);
  conceal(callPolicy.choose(requestContext(res).actor, idsOf(calling)));
  return calling;
}
