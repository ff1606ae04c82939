import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { Invalid } from '../../lib/errors';
import { fieldError, type FieldError } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import type { Collaborative } from './collaborative';
import { collaborativePaths } from './collaborative.paths';
import { getCollaborativeBySlug } from './collaborative.queries';
import { changeCollaborativeSettings, putBackSetting } from './settings.actions';
import { caughtUp, parseSettingPutBack, parseSettings, rawSettings } from './settings.form';
import { settingsHistoryView } from './settings-history.views';
import { settingsPolicy } from './settings.policy';
import { collaborativeSettingsView, valueNow } from './settings.views';

type At = Request<{ slug: string }>;

/** The settings of a collaborative on one page, and all their changes. */
export function collaborativeSettingsRoutes(deps: Deps): Router {
  const router = Router();
  const { settings, settingsHistory, settingUsual } = collaborativePaths;
  router.use(settings.pattern, requireSignIn);
  router.get(settings.pattern, (req, res) => show(deps, res, { slug: req.params.slug, form: null }));
  router.get(settingsHistory.pattern, (req, res) => showHistory(deps, res, req.params.slug));
  router.post(settings.pattern, (req, res) => post(deps, req, res));
  router.post(settingUsual.pattern, (req, res) => postUsual(deps, req, res));
  return router;
}

async function show(deps: Deps, res: Response, { slug, form }: { slug: string; form: FormState | null }, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const { collaborative, events } = await seen(deps, res, slug);
  const mayChange = settingsPolicy.change(actor).allowed;
  const parts = { collaborative, events, mayChange, form: form ?? blankForm(rawSettings(collaborative)) };
  renderPage(res, 'collaboratives/settings', collaborativeSettingsView(t, parts), status);
}

async function showHistory(deps: Deps, res: Response, slug: string): Promise<void> {
  const { collaborative, events } = await seen(deps, res, slug);
  renderPage(res, 'collaboratives/settings-history', settingsHistoryView(requestContext(res).t, collaborative, events));
}

async function seen(deps: Deps, res: Response, slug: string) {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(settingsPolicy.view(requestContext(res).actor, collaborative.id));
  return { collaborative, events: await listEvents(deps.reads, { kind: 'collaborative', id: collaborative.id }) };
}

async function toChange(deps: Deps, req: At, res: Response): Promise<Collaborative> {
  const { actor } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.db, req.params.slug);
  conceal(settingsPolicy.view(actor, collaborative.id));
  authorize(settingsPolicy.change(actor));
  return collaborative;
}

async function post(deps: Deps, req: At, res: Response): Promise<void> {
  const { slug } = req.params;
  const { t } = requestContext(res);
  const { id } = await toChange(deps, req, res);
  const form = parseSettings(req.body);
  if (!form.ok) return show(deps, res, { slug, form }, 422);
  const changed = await changeCollaborativeSettings(deps, signedIn(res), id, form.values);
  if (changed === 'stale') return showOvertaken(deps, res, { slug, form });
  setFlash(req, t(changed === 'saved' ? 'collaboratives.settings.saved' : 'collaboratives.settings.same'));
  res.redirect(303, collaborativePaths.settings({ slug }));
}

/** The page again over what stands now: what was typed stays, and where two people changed one setting both values stand. */
async function showOvertaken(deps: Deps, res: Response, { slug, form }: { slug: string; form: Pick<FormState, 'raw'> }): Promise<void> {
  const { t } = requestContext(res);
  const now = await getCollaborativeBySlug(deps.db, slug);
  const { raw, both } = caughtUp(form.raw, now);
  const errors: Record<string, FieldError> = { version: fieldError('collaboratives.settings.overtaken') };
  for (const name of both) errors[name] = fieldError('collaboratives.settings.both', { value: valueNow(t, now, name) });
  return show(deps, res, { slug, form: { raw, errors } }, 409);
}

async function postUsual(deps: Deps, req: At, res: Response): Promise<void> {
  const { slug } = req.params;
  const { id } = await toChange(deps, req, res);
  const form = parseSettingPutBack(req.body);
  if (!form.ok) throw new Invalid('common.form.choose');
  await putBackSetting(deps, signedIn(res), id, form.values);
  setFlash(req, requestContext(res).t('collaboratives.settings.saved'));
  res.redirect(303, collaborativePaths.settings({ slug }));
}
