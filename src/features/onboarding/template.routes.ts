import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { onboardingPaths } from './onboarding.paths';
import { onboardingPolicy } from './onboarding.policy';
import { findOrientation } from './plan.queries';
import type { TemplateTask } from './task';
import { freeKey, moved, withTask } from './template';
import { saveSteps, stepsFor } from './template.actions';
import { templatePreviewView } from './template-preview.views';
import { parseTemplateTask } from './template.form';
import { countUnderWay, listOwnTemplates } from './template.queries';
import { constituencyOf, rawTask, targets, templatesView, templateTaskView, templateView, type TargetName } from './template.views';

/** The lists of steps for new members, changed by staff; each change is a version. */
export function templateRoutes(deps: Deps): Router {
  const router = Router();
  const paths = onboardingPaths;
  router.use(paths.templates.pattern, requireSignIn);
  router.get(paths.templates.pattern, async (req, res) => {
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const own = await listOwnTemplates(deps.reads, collaborative.id);
    const underWay = await countUnderWay(deps.reads, collaborative.id);
    renderPage(res, 'onboarding/templates', templatesView(requestContext(res).t, collaborative, own, underWay));
  });
  router.get(paths.template.pattern, async (req, res) => {
    const { collaborative, target, steps } = await listAt(deps, res, req.params);
    renderPage(res, 'onboarding/template', templateView(requestContext(res).t, { collaborative, target, steps }));
  });
  router.get(paths.templatePreview.pattern, (req, res) => showPreview(deps, res, req.params));
  router.post(paths.templateOrder.pattern, async (req, res) => {
    const form = parseForm({ number: field.version(), up: field.optionalText(40), down: field.optionalText(40) }, req.body);
    await change(deps, req, res, form.ok ? form.values.number : -1, (tasks) => {
      if (!form.ok) return tasks;
      return form.values.up === '' ? moved(tasks, form.values.down, 1) : moved(tasks, form.values.up, -1);
    });
  });
  router.post(paths.templateRemoval.pattern, async (req, res) => {
    const form = parseForm({ number: field.version(), key: field.text(40) }, req.body);
    await change(deps, req, res, form.ok ? form.values.number : -1, (tasks) =>
      tasks.filter(({ key }) => !form.ok || key !== form.values.key),
    );
  });
  router.get(paths.templateTask.pattern, (req, res) => showTask(deps, res, req.params, null));
  router.post(paths.templateTask.pattern, async (req, res) => {
    await listAt(deps, res, req.params);
    const form = parseTemplateTask(req.body);
    if (!form.ok) return showTask(deps, res, req.params, form, 422);
    const { number, wanted } = form.values;
    await change(deps, req, res, number, (tasks) => withTask(tasks, req.params.key === 'new' ? freeKey(tasks) : req.params.key, wanted));
  });
  return router;
}

interface At {
  readonly slug: string;
  readonly target: string;
}

async function bodyOf(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(onboardingPolicy.board(requestContext(res).actor, collaborative.id));
  return collaborative;
}

async function listAt(deps: Deps, res: Response, { slug, target: name }: At) {
  const collaborative = await bodyOf(deps, res, slug);
  const target: TargetName | undefined = targets.find((one) => one === name);
  if (target === undefined) throw new NotFound();
  const constituency = constituencyOf(target);
  return { collaborative, target, constituency, steps: await stepsFor(deps, { collaborativeId: collaborative.id, constituency }) };
}

async function showPreview(deps: Deps, res: Response, at: At): Promise<void> {
  const { t, now } = requestContext(res);
  const { collaborative, target, steps } = await listAt(deps, res, at);
  const orientation = await findOrientation(deps.reads, collaborative.id, now);
  const parts = { collaborative, target, steps, orientation, translate: deps.translate, today: dateOf(now) };
  renderPage(res, 'onboarding/template-preview', templatePreviewView(t, parts));
}

async function change(
  deps: Deps,
  req: Request<{ slug: string; target: string }>,
  res: Response,
  number: number,
  made: (tasks: readonly TemplateTask[]) => readonly TemplateTask[],
): Promise<void> {
  const { collaborative, target, constituency } = await listAt(deps, res, req.params);
  const saved = await saveSteps(deps, signedIn(res), { collaborativeId: collaborative.id, constituency }, { number, change: made });
  setFlash(req, requestContext(res).t('onboarding.templates.saved', { number: saved }));
  res.redirect(303, onboardingPaths.template({ slug: collaborative.slug, target }));
}

async function showTask(deps: Deps, res: Response, at: At & { readonly key: string }, form: FormState | null, status = 200): Promise<void> {
  const { key } = at;
  const { collaborative, target, steps } = await listAt(deps, res, at);
  const task = steps.tasks.find((one) => one.key === key);
  if (task === undefined && key !== 'new') throw new NotFound();
  const filled = form ?? blankForm(task === undefined ? { due: 'acceptance', days: '14' } : rawTask(task));
  const view = templateTaskView(requestContext(res).t, { collaborative, target, key, number: steps.number, task, form: filled });
  renderPage(res, 'accounts/form', view, status);
}
