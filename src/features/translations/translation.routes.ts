import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { meetingPolicy } from '../meetings';
import { sourceRoutes } from './source.routes';
import { assignTexts } from './translation.actions';
import { parseAssignment } from './translation.form';
import { translationPaths } from './translation.paths';
import { listTranslators, listWaitingTexts } from './translation.queries';
import { queueView } from './translation.views';

/** The queue of texts that wait for their translation, and where that of minutes and notes is written; for those who build agendas. */
export function translationRoutes(deps: Deps): Router {
  const router = Router();
  router.use(translationPaths.queue.pattern, requireSignIn);

  router.get(translationPaths.queue.pattern, async (req, res) => {
    await show(deps, res, await bodyAt(deps, res, req.params.slug), blankForm());
  });

  router.post(translationPaths.assignment.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { slug } = req.params;
    const collaborative = await bodyAt(deps, res, slug);
    const people = (await listTranslators(deps.reads, collaborative.id, dateOf(now))).map(({ id }) => id);
    const parsed = parseAssignment(req.body, people, dateOf(now));
    if (!parsed.ok) return show(deps, res, collaborative, parsed, 422);
    const count = await assignTexts(deps, signedIn(res), collaborative.id, parsed.values);
    if (count === 'stale')
      return show(deps, res, collaborative, { raw: parsed.raw, errors: { texts: fieldError('translations.errors.stale') } }, 409);
    setFlash(req, t('translations.saved', { count }));
    res.redirect(303, translationPaths.queue({ slug }));
  });

  return router.use(sourceRoutes(deps));
}

async function bodyAt(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(meetingPolicy.schedule(requestContext(res).actor, collaborative.id));
  return collaborative;
}

async function show(deps: Deps, res: Response, collaborative: Collaborative, form: FormState, status = 200): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const today = dateOf(now);
  const texts = await listWaitingTexts(deps.reads, actor, collaborative.id, now);
  const translators = await listTranslators(deps.reads, collaborative.id, today);
  renderPage(res, 'translations/queue', queueView(t, { collaborative, texts, translators, form, today }), status);
}
