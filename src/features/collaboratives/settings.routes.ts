import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { collaborativePaths } from './collaborative.paths';
import { getCollaborativeBySlug } from './collaborative.queries';
import { changeCollaborativeSettings } from './settings.actions';
import { parseSettings, rawSettings } from './settings.form';
import { settingsPolicy } from './settings.policy';
import { collaborativeSettingsView } from './settings.views';

/** The settings of a collaborative on one page. */
export function collaborativeSettingsRoutes(deps: Deps): Router {
  const router = Router();
  const { settings } = collaborativePaths;
  router.use(settings.pattern, requireSignIn);
  router.get(settings.pattern, (req, res) => show(deps, res, { slug: req.params.slug, form: null }));
  router.post(settings.pattern, (req, res) => post(deps, req, res));
  return router;
}

async function show(deps: Deps, res: Response, { slug, form }: { slug: string; form: FormState | null }, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(settingsPolicy.view(actor, collaborative.id));
  const events = await listEvents(deps.reads, { kind: 'collaborative', id: collaborative.id });
  const mayChange = settingsPolicy.change(actor).allowed;
  const parts = { collaborative, events, mayChange, form: form ?? blankForm(rawSettings(collaborative)) };
  renderPage(res, 'collaboratives/settings', collaborativeSettingsView(t, parts), status);
}

async function post(deps: Deps, req: Request<{ slug: string }>, res: Response): Promise<void> {
  const { slug } = req.params;
  const { actor, t } = requestContext(res);
  const { id } = await getCollaborativeBySlug(deps.db, slug);
  conceal(settingsPolicy.view(actor, id));
  authorize(settingsPolicy.change(actor));
  const form = parseSettings(req.body);
  if (!form.ok) return show(deps, res, { slug, form }, 422);
  const hasChanged = await changeCollaborativeSettings(deps, signedIn(res), id, form.values);
  setFlash(req, t(hasChanged ? 'collaboratives.settings.saved' : 'collaboratives.settings.same'));
  res.redirect(303, collaborativePaths.settings({ slug }));
}
