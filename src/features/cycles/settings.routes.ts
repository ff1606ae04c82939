import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import type { Cycle } from './cycle';
import { changeSettings } from './cycle.actions';
import { cyclePaths } from './cycle.paths';
import { cyclePolicy } from './cycle.policy';
import { getCycleByCode } from './cycle.queries';
import { readSettingsForm, settingsAsForm } from './settings.form';
import { settingsView } from './settings.views';

/** The settings of a cycle: administrators change them, who sees the cycle reads them. */
export function settingsRoutes(deps: Deps): Router {
  const router = Router();

  router.get(cyclePaths.settings.pattern, async (req, res) => {
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    await showSettings(deps, res, cycle, blankForm(settingsAsForm(cycle)));
  });

  router.post(cyclePaths.settings.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    conceal(cyclePolicy.view(actor, cycle));
    authorize(cyclePolicy.manage(actor));
    const form = readSettingsForm(req.body, cycle);
    if (!form.ok) {
      await showSettings(deps, res, cycle, form, 422);
      return;
    }
    const hasChanged = await changeSettings(deps, actor, cycle.code, form.values);
    setFlash(req, t(hasChanged ? 'cycles.settings.saved' : 'cycles.settings.same'));
    res.redirect(303, cyclePaths.settings({ code: cycle.code }));
  });

  return router;
}

async function showSettings(deps: Deps, res: Response, cycle: Cycle, form: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  conceal(cyclePolicy.view(actor, cycle));
  const events = await listEvents(deps.reads, { kind: 'cycle', id: cycle.id });
  const view = settingsView(t, { cycle, events, mayManage: cyclePolicy.manage(actor).allowed, form });
  renderPage(res, 'cycles/settings', view, status);
}
