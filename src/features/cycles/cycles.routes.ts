import { Router } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { fieldError } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getRubric } from '../forms';
import { cycleFormView } from './cycle-form.views';
import { createCycle, editCycle } from './cycle.actions';
import { cycleAsForm, readCycleForm } from './cycle.form';
import { cyclePaths } from './cycle.paths';
import { cyclePolicy } from './cycle.policy';
import { findCycleByCode, getCycleByCode, listCycles } from './cycle.queries';
import { listCyclesView } from './cycle.views';
import { countSeatsOnOffer } from './offer-of-seats.queries';
import { showRubricView } from './rubric.views';
import { settingsRoutes } from './settings.routes';

export function cycleRoutes(deps: Deps): Router {
  const router = Router();
  rubricRoute(router, deps);
  router.use(cyclePaths.list.pattern, requireSignIn);
  listRoutes(router, deps);
  formRoutes(router, deps);
  editRoutes(router, deps);
  router.use(settingsRoutes(deps));
  return router;
}

function rubricRoute(router: Router, deps: Deps): void {
  router.get(cyclePaths.rubric.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    conceal(cyclePolicy.readRubric(actor, cycle, now));
    renderPage(res, 'cycles/rubric', showRubricView(t, cycle, await getRubric(deps.reads, cycle.rubricId)));
  });
}

function listRoutes(router: Router, deps: Deps): void {
  router.get(cyclePaths.list.pattern, async (_req, res) => {
    const { actor, t } = requestContext(res);
    authorize(cyclePolicy.list(actor));
    const cycles = (await listCycles(deps.reads)).filter((cycle) => cyclePolicy.view(actor, cycle).allowed);
    const seats = await countSeatsOnOffer(
      deps.reads,
      cycles.map(({ id }) => id),
    );
    const view = listCyclesView(t, cycles, { seats, mayManage: cyclePolicy.manage(actor).allowed });
    renderPage(res, 'cycles/index', { ...view, width: 'wide' });
  });
}

function formRoutes(router: Router, deps: Deps): void {
  router.get(cyclePaths.new.pattern, (_req, res) => {
    const { actor, t } = requestContext(res);
    authorize(cyclePolicy.manage(actor));
    renderPage(
      res,
      'cycles/edit',
      cycleFormView(t, blankForm({ version: '0', answer_days: '10', opens_time: '08:00', closes_time: '23:59' })),
    );
  });

  router.post(cyclePaths.list.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    authorize(cyclePolicy.manage(actor));
    const form = readCycleForm(req.body);
    if (!form.ok) {
      renderPage(res, 'cycles/edit', cycleFormView(t, form), 422);
    } else if ((await findCycleByCode(deps.db, form.values.code)) !== undefined) {
      const errors = { code: fieldError('cycles.errors.codeTaken') };
      renderPage(res, 'cycles/edit', cycleFormView(t, { raw: form.raw, errors }), 422);
    } else {
      const { code } = await createCycle(deps, actor, form.values);
      setFlash(req, t('cycles.form.created'));
      res.redirect(303, cyclePaths.show({ code }));
    }
  });
}

function editRoutes(router: Router, deps: Deps): void {
  router.get(cyclePaths.edit.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    conceal(cyclePolicy.view(actor, cycle));
    authorize(cyclePolicy.manage(actor));
    renderPage(res, 'cycles/edit', cycleFormView(t, blankForm(cycleAsForm(cycle)), cycle));
  });

  router.post(cyclePaths.dates.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    conceal(cyclePolicy.view(actor, cycle));
    authorize(cyclePolicy.manage(actor));
    const form = readCycleForm(req.body, cycle.code);
    if (!form.ok) renderPage(res, 'cycles/edit', cycleFormView(t, form, cycle), 422);
    else if (form.values.version !== cycle.version) throw new Conflict();
    else {
      await editCycle(deps, actor, cycle.code, form.values);
      setFlash(req, t('cycles.form.saved'));
      res.redirect(303, cyclePaths.show({ code: cycle.code }));
    }
  });
}
