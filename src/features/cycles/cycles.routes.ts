import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { fieldError } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getRubric } from '../forms';
import { copiedFields } from './copy';
import { cycleFormView, newCycleView } from './cycle-form.views';
import { createCycle, editCycle, type WhenCopied } from './cycle.actions';
import { copyAsked, cycleAsForm, readCopyQuery, readCycleForm } from './cycle.form';
import { cyclePaths } from './cycle.paths';
import { cyclePolicy } from './cycle.policy';
import { findCycleByCode, getCycleByCode, listCycles } from './cycle.queries';
import { listCyclesView } from './cycle.views';
import { countSeatsOnOffer } from './offer-of-seats.queries';
import { showRubricView } from './rubric.views';
import { settingsRoutes } from './settings.routes';

interface Hooks {
  readonly whenCopied: WhenCopied;
}

export function cycleRoutes(deps: Deps, hooks: Hooks): Router {
  const router = Router();
  rubricRoute(router, deps);
  router.use(cyclePaths.list.pattern, requireSignIn);
  listRoutes(router, deps);
  formRoutes(router, deps, hooks);
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

function formRoutes(router: Router, deps: Deps, { whenCopied }: Hooks): void {
  router.get(cyclePaths.new.pattern, async (req, res) => {
    const { actor } = requestContext(res);
    authorize(cyclePolicy.manage(actor));
    const { from, months } = readCopyQuery(req.query);
    const usual = { version: '0', answer_days: '10', opens_time: '08:00', closes_time: '23:59' };
    await showNew(deps, res, blankForm(from === '' ? usual : copiedFields(await getCycleByCode(deps.reads, from), months)));
  });

  router.post(cyclePaths.list.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    authorize(cyclePolicy.manage(actor));
    const form = readCycleForm(req.body);
    if (!form.ok) {
      await showNew(deps, res, form, 422);
    } else if ((await findCycleByCode(deps.db, form.values.code)) !== undefined) {
      const errors = { code: fieldError('cycles.errors.codeTaken') };
      await showNew(deps, res, { raw: form.raw, errors }, 422);
    } else {
      const { code } = await createCycle(deps, actor, { draft: form.values, copy: copyAsked(form.raw), whenCopied });
      setFlash(req, t('cycles.form.created'));
      res.redirect(303, cyclePaths.show({ code }));
    }
  });
}

async function showNew(deps: Deps, res: Response, form: FormState, status = 200): Promise<void> {
  const { t } = requestContext(res);
  renderPage(res, 'cycles/edit', newCycleView(t, form, await listCycles(deps.reads)), status);
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
