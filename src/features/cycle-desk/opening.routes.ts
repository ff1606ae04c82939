import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { collaborativesAs } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { fieldError, parseForm, field, type Parsed } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { cyclePolicy, getCycleByCode, type Cycle } from '../cycles';
import { sampleLetters } from './letters.emails';
import { lettersView } from './letters.views';
import { cycleDeskPaths } from './cycle-desk.paths';
import { openingChecks, openItems, tickItems } from './opening';
import { scheduleCycle, tickOpening } from './opening.actions';
import { getOpeningFacts } from './opening.queries';
import { openingView } from './opening.views';

/** The checklist before a cycle opens, its ticks, and the step that schedules it. */
export function openingRoutes(deps: Deps): Router {
  const router = Router();

  router.get(cycleDeskPaths.opening.pattern, async (req, res) => {
    await showOpening(deps, res, await getCycleByCode(deps.reads, req.params.code), blankForm());
  });

  router.post(cycleDeskPaths.tick.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const cycle = await cycleToManage(deps, req.params.code, res);
    const form = parseForm({ item: field.choice(tickItems) }, req.body);
    if (!form.ok) {
      await showOpening(deps, res, cycle, { raw: form.raw, errors: { form: fieldError('common.form.choose') } }, 422);
      return;
    }
    await tickOpening(deps, actor, cycle.code, form.values.item);
    setFlash(req, t('cycleDesk.opening.kept'));
    res.redirect(303, cycleDeskPaths.opening({ code: cycle.code }));
  });

  router.post(cycleDeskPaths.schedule.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const cycle = await cycleToManage(deps, req.params.code, res);
    const open = openItems(openingChecks(await getOpeningFacts(deps.reads, cycle), now));
    const form = readScheduleForm(req.body, open.length > 0);
    if (!form.ok) {
      await showOpening(deps, res, cycle, form, 422);
      return;
    }
    const { status } = await scheduleCycle(deps, actor, cycle.code, form.values.reason);
    setFlash(req, t('cycleDesk.moved', { status: t(`cycles.status.${status}`) }));
    res.redirect(303, cycleDeskPaths.show({ code: cycle.code }));
  });

  lettersRoute(router, deps);
  return router;
}

function lettersRoute(router: Router, deps: Deps): void {
  router.get(cycleDeskPaths.letters.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    conceal(cyclePolicy.view(actor, cycle));
    const collaborative = (await listCollaboratives(deps.reads)).find(({ id }) => cycle.collaborativeIds.includes(id));
    if (collaborative === undefined) throw new NotFound();
    const sampled = (['en', 'es'] as const).map((locale) => ({
      locale,
      emails: sampleLetters(deps.translate(locale), { cycle, collaborative, baseUrl: deps.baseUrl, now }),
    }));
    const view = lettersView(t, cycle, sampled, cyclePolicy.manage(actor).allowed);
    renderPage(res, 'cycle-desk/letters', { ...view, width: 'wide', unlisted: true });
  });
}

const readScheduleForm = (body: unknown, needsReason: boolean): Parsed<{ reason: string }> =>
  parseForm({ reason: needsReason ? field.text(500, 'cycleDesk.errors.reason') : field.optionalText(500) }, body);

async function cycleToManage(deps: Deps, code: string, res: Response): Promise<Cycle> {
  const { actor } = requestContext(res);
  const cycle = await getCycleByCode(deps.reads, code);
  conceal(cyclePolicy.view(actor, cycle));
  authorize(cyclePolicy.manage(actor));
  return cycle;
}

async function showOpening(deps: Deps, res: Response, cycle: Cycle, form: FormState, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  conceal(cyclePolicy.view(actor, cycle));
  const facts = await getOpeningFacts(deps.reads, cycle);
  const collaboratives = await listCollaboratives(deps.reads);
  const mayManage = cyclePolicy.manage(actor).allowed;
  const staffOf = mayManage ? cycle.collaborativeIds : collaborativesAs(actor, 'staff');
  renderPage(res, 'cycle-desk/opening', openingView(t, { facts, collaboratives, mayManage, staffOf, now, form }), status);
}
