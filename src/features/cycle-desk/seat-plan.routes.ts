import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getCycleByCode, type Cycle } from '../cycles';
import { listSlatesOf } from '../selection';
import { cycleDeskPaths } from './cycle-desk.paths';
import { seatsMayChange, type PlannedSeat } from './seat-plan';
import { changeSeatsOnOffer } from './seat-plan.actions';
import { seatPlanPolicy } from './seat-plan.policy';
import { listPlannedSeats } from './seat-plan.queries';
import { seatPlanView } from './seat-plan.views';

interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

/** Which seats of a collaborative a cycle offers. */
export function seatPlanRoutes(deps: Deps): Router {
  const router = Router();

  router.get(cycleDeskPaths.seats.pattern, async (req, res) => {
    await showSeats(deps, res, await placeOf(deps, res, req.params), blankForm());
  });

  router.post(cycleDeskPaths.seats.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { cycle, collaborative } = await placeOf(deps, res, req.params);
    authorize(seatPlanPolicy.change(actor, cycle, collaborative.id));
    const form = readSeatsForm(req.body, await listPlannedSeats(deps.reads, cycle, collaborative.id));
    if (!form.ok) {
      await showSeats(deps, res, { cycle, collaborative }, form, 422);
      return;
    }
    const hasChanged = await changeSeatsOnOffer(deps, actor, { code: cycle.code, collaborative }, form.values);
    setFlash(req, t(hasChanged ? 'cycleDesk.seats.saved' : 'cycleDesk.seats.same'));
    res.redirect(303, cycleDeskPaths.seats({ code: cycle.code, slug: collaborative.slug }));
  });

  return router;
}

const readSeatsForm = (body: unknown, seats: readonly PlannedSeat[]) =>
  parseForm(
    { seats: field.choices(seats.map(({ id }) => id)), reason: field.text(500, 'cycleDesk.errors.reason'), seen: field.optionalText(2000) },
    body,
  );

async function placeOf(deps: Deps, res: Response, { code, slug }: { code: string; slug: string }): Promise<Place> {
  const cycle = await getCycleByCode(deps.reads, code);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(seatPlanPolicy.view(requestContext(res).actor, cycle, collaborative.id));
  return { cycle, collaborative };
}

async function showSeats(deps: Deps, res: Response, { cycle, collaborative }: Place, form: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const seats = await listPlannedSeats(deps.reads, cycle, collaborative.id);
  const slate = (await listSlatesOf(deps.reads, cycle.id)).find(({ collaborativeId }) => collaborativeId === collaborative.id);
  const isOpen = seatsMayChange(cycle.status, slate?.status === 'released');
  const mayChange = seatPlanPolicy.change(actor, cycle, collaborative.id).allowed;
  renderPage(res, 'cycle-desk/seats', seatPlanView(t, { cycle, collaborative, seats, mayChange, isOpen, form }), status);
}
