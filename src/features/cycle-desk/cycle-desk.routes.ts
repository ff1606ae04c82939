import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { collaborativesAs, isAdministrator } from '../../lib/actor';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listCollaboratives } from '../collaboratives';
import { collaborativesSeen, cyclePolicy, getCycleByCode, moveCycle, type Cycle } from '../cycles';
import { cycleDeskPaths } from './cycle-desk.paths';
import { cancellationView } from './cancellation.views';
import { cycleDeskView } from './cycle-desk.views';
import { openingRoutes } from './opening.routes';
import { seatPlanRoutes } from './seat-plan.routes';
import { blockersOf, nextStep } from './standing';
import { countDrafts, listStandings } from './standing.queries';
import { readCancellationForm, readStepForm } from './step.form';

/** The desk of a cycle: where it stands, what is due, what is still open, and the next step. */
export function cycleDeskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(cycleDeskPaths.show.pattern, requireSignIn);

  router.get(cycleDeskPaths.show.pattern, async (req, res) => {
    await showDesk(deps, res, await getCycleByCode(deps.reads, req.params.code), blankForm());
  });

  router.post(cycleDeskPaths.step.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const cycle = await cycleToManage(deps, req.params.code, res);
    const standings = await listStandings(deps.reads, cycle.id, await collaborativesOf(deps, cycle, cycle.collaborativeIds));
    const form = readStepForm(req.body, nextStep(cycle, blockersOf(cycle.status, standings), now));
    if (!form.ok) {
      await showDesk(deps, res, cycle, form, 422);
      return;
    }
    const { status } = await moveCycle(deps, actor, cycle.code, form.values);
    setFlash(req, t('cycleDesk.moved', { status: t(`cycles.status.${status}`) }));
    res.redirect(303, cycleDeskPaths.show({ code: cycle.code }));
  });

  cancellationRoutes(router, deps);
  router.use(openingRoutes(deps));
  router.use(seatPlanRoutes(deps));
  return router;
}

/** Cancelling ends a cycle for good, so it asks first, on a page of its own. */
function cancellationRoutes(router: Router, deps: Deps): void {
  router.get(cycleDeskPaths.cancellation.pattern, async (req, res) => {
    const { t } = requestContext(res);
    renderPage(res, 'cycle-desk/cancellation', cancellationView(t, await cycleToManage(deps, req.params.code, res), blankForm()));
  });

  router.post(cycleDeskPaths.cancellation.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const cycle = await cycleToManage(deps, req.params.code, res);
    const form = readCancellationForm(req.body);
    if (!form.ok) {
      renderPage(res, 'cycle-desk/cancellation', cancellationView(t, cycle, form), 422);
      return;
    }
    await moveCycle(deps, actor, cycle.code, { step: 'cancel', ...form.values });
    setFlash(req, t('cycleDesk.cancellation.done'));
    res.redirect(303, cycleDeskPaths.show({ code: cycle.code }));
  });
}

async function cycleToManage(deps: Deps, code: string, res: Response): Promise<Cycle> {
  const { actor } = requestContext(res);
  const cycle = await getCycleByCode(deps.reads, code);
  conceal(cyclePolicy.view(actor, cycle));
  authorize(cyclePolicy.manage(actor));
  return cycle;
}

const collaborativesOf = async (deps: Deps, cycle: Cycle, ids: readonly string[]) =>
  (await listCollaboratives(deps.reads)).filter(({ id }) => cycle.collaborativeIds.includes(id) && ids.includes(id));

async function showDesk(deps: Deps, res: Response, cycle: Cycle, form: FormState, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  conceal(cyclePolicy.view(actor, cycle));
  const seen = collaborativesSeen(actor, cycle);
  const collaboratives = await collaborativesOf(deps, cycle, seen);
  const standings = await listStandings(deps.reads, cycle.id, collaboratives);
  const events = (await listEvents(deps.reads, { kind: 'cycle', id: cycle.id })).filter(
    ({ collaborativeId }) => collaborativeId === null || seen.includes(collaborativeId),
  );
  const mayManage = isAdministrator(actor);
  const drafts = mayManage ? await countDrafts(deps.reads, cycle.id) : null;
  const viewer = {
    mayManage,
    staffOf: mayManage ? seen : collaborativesAs(actor, 'staff'),
    approverOf: collaborativesAs(actor, 'approver'),
  };
  const view = cycleDeskView(t, { cycle, collaboratives, standings, events, drafts, viewer, now, form });
  renderPage(res, 'cycle-desk/show', { ...view, width: 'wide', unlisted: true }, status);
}
