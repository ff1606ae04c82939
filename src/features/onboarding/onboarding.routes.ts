import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import type { ReceivedFile } from '../../files/store';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { sendDownload } from '../../web/downloads';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import { getPerson } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { boardRoutes } from './board.routes';
import { listChecklists } from './checklist.queries';
import { checklistsView } from './checklist.views';
import { startingValues } from './fill-in';
import { onboardingPaths } from './onboarding.paths';
import { onboardingPolicy } from './onboarding.policy';
import { findOrientation, getPlan } from './plan.queries';
import { completeTask } from './task.actions';
import { readCompletion } from './task-file.actions';
import { baseKey, standingOf, type Task } from './task';
import { getTask } from './task.queries';
import { taskView } from './task.views';
import { templateRoutes } from './template.routes';

/** The member's own checklist and its steps; the board of the staff. */
export function onboardingRoutes(deps: Deps): Router {
  const router = Router();
  router.use(onboardingPaths.mine.pattern, requireSignIn);
  router.get(onboardingPaths.mine.pattern, async (_req, res) => {
    const { t, now, locale } = requestContext(res);
    const lists = await listChecklists(deps.reads, signedIn(res).id, { now, locale });
    renderPage(res, 'onboarding/checklist', checklistsView(t, lists, dateOf(now)));
  });
  router.get(onboardingPaths.task.pattern, async (req, res) => {
    await showTask(deps, res, { id: req.params.id });
  });
  const receive = uploads(deps);
  router.post(onboardingPaths.completion.pattern, async (req, res) => {
    const task = await getTask(deps.db, req.params.id);
    conceal(onboardingPolicy.own(requestContext(res).actor, await getPlan(deps.db, task.planId)));
    if (req.is('multipart/form-data') === false) await completeOne(deps, { req: req as Request, res }, task, null);
    else await receive({ req: req as Request, res }, (file) => completeOne(deps, { req: req as Request, res }, task, file));
  });
  router.get(onboardingPaths.file.pattern, async (req, res) => {
    const { planId, file } = await getTask(deps.reads, req.params.id);
    conceal(onboardingPolicy.own(requestContext(res).actor, await getPlan(deps.reads, planId)));
    if (file === null) throw new NotFound();
    await sendDownload(deps, res, file);
  });
  router.use(templateRoutes(deps), boardRoutes(deps));
  return router;
}

interface Exchange {
  readonly req: Request;
  readonly res: Response;
}

async function completeOne(deps: Deps, { req, res }: Exchange, task: Task, file: ReceivedFile | null): Promise<void> {
  const { id } = task;
  const { actor, t } = requestContext(res);
  const form = await readCompletion(deps, task, req.body, file);
  if (!form.ok) {
    await showTask(deps, res, { id, form }, 422);
    return;
  }
  await completeTask(deps, actor, id, form.values);
  const title = inLocale(task.title, t.locale);
  setFlash(req, task.status === 'done' ? t('onboarding.task.changed') : t('onboarding.task.finished', { title }));
  res.redirect(303, onboardingPaths.mine());
}

async function showTask(deps: Deps, res: Response, { id, form }: { id: string; form?: FormState }, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const task = await getTask(deps.reads, id);
  const plan = await getPlan(deps.reads, task.planId);
  conceal(onboardingPolicy.own(actor, plan));
  const person = await getPerson(deps.reads, plan.personId);
  const { slug } = await getCollaborative(deps.reads, plan.collaborativeId);
  const orientation = await findOrientation(deps.reads, plan.collaborativeId, now);
  const standing = standingOf(task, { today: dateOf(now), hasOrientation: orientation !== undefined });
  const filled = form ?? blankForm(startingValues(baseKey(task.key), person, task.answers));
  const view = taskView(t, { task, plan, slug, email: person.email, standing, orientation, form: filled });
  renderPage(res, 'onboarding/task', view, status);
}
