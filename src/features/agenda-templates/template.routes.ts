import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { parseForm, field, rawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { agendaPaths, listItems } from '../agendas';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getMeeting, meetingPolicy } from '../meetings';
import { beginningView } from './beginning.views';
import { findLastAgenda } from './last-agenda.queries';
import { linesOf } from './template';
import { beginFrom, keepTemplate, retireTemplate } from './template.actions';
import { parseTemplate, rawTemplate } from './template.form';
import { templatePaths } from './template.paths';
import { templatePolicy } from './template.policy';
import { getVersions, listTemplates } from './template.queries';
import { listView, oneView } from './template.views';

/** The templates of a body's agendas, and taking their lines over. */
export function agendaTemplateRoutes(deps: Deps): Router {
  const router = Router();
  router.use([templatePaths.list.pattern, templatePaths.beginning.pattern], requireSignIn);

  router.get(templatePaths.list.pattern, async (req, res) => {
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const templates = await listTemplates(deps.reads, collaborative.id);
    renderPage(res, 'agenda-templates/list', listView(requestContext(res).t, collaborative, templates));
  });

  router.get(templatePaths.begin.pattern, async (req, res) => {
    const collaborative = await bodyOf(deps, res, req.params.slug);
    await showOne(deps, res, { collaborative, id: null, form: blankForm(await firstWords(deps, collaborative, req.query['like'])) });
  });

  router.get(templatePaths.one.pattern, async (req, res) => {
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const versions = await getVersions(deps.reads, collaborative.id, req.params.id);
    const shown = versions.find(({ number }) => String(number) === req.query['version']) ?? versions[0];
    const form = blankForm(shown === undefined ? {} : rawTemplate(shown));
    await showOne(deps, res, { collaborative, id: req.params.id, form });
  });

  router.post(templatePaths.list.pattern, (req, res) => keep(deps, req, res, null));
  router.post(templatePaths.one.pattern, (req, res) => keep(deps, req, res, req.params.id));

  router.post(templatePaths.retirement.pattern, async (req, res) => {
    const { slug, id } = req.params;
    const collaborative = await bodyOf(deps, res, slug);
    await retireTemplate(deps, signedIn(res), { collaborativeId: collaborative.id, id });
    setFlash(req, requestContext(res).t('agendaTemplates.isRetired'));
    res.redirect(303, templatePaths.list({ slug }));
  });

  return router.use(beginningRoutes(deps));
}

function beginningRoutes(deps: Deps): Router {
  const router = Router();

  router.get(templatePaths.beginning.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const meeting = await getMeeting(deps.reads, req.params.id);
    conceal(meetingPolicy.run(actor, meeting));
    const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
    const templates = (await listTemplates(deps.reads, collaborative.id)).filter(({ isRetired }) => !isRetired);
    const last = await findLastAgenda(deps.reads, meeting);
    const present = linesOf(await listItems(deps.reads, meeting.id));
    renderPage(res, 'agenda-templates/beginning', beginningView(t, { meeting, collaborative, present, templates, last }));
  });

  router.post(templatePaths.beginning.pattern, async (req, res) => {
    const { id } = req.params;
    const { actor, t } = requestContext(res);
    const parsed = parseForm({ from: field.text(40), present: field.whole(0, 1000) }, req.body);
    const wanted = parsed.ok ? parsed.values : { from: '', present: -1 };
    const count = await beginFrom(deps, actor, { meetingId: id, ...wanted });
    setFlash(req, t('agendaTemplates.taken', { count }));
    res.redirect(303, `${agendaPaths.desk({ id })}#items`);
  });

  return router;
}

async function bodyOf(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(templatePolicy.keep(requestContext(res).actor, collaborative.id));
  return collaborative;
}

/** The lines of an agenda that is to be kept as a template; nothing where there is none of this body. */
async function firstWords(deps: Deps, collaborative: Collaborative, like: unknown) {
  if (typeof like !== 'string') return { version: '0' };
  const meeting = await getMeeting(deps.reads, like);
  if (meeting.collaborativeId !== collaborative.id) return { version: '0' };
  return rawTemplate({ name: { en: '' }, lines: linesOf(await listItems(deps.reads, like)), number: 0 });
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly id: string | null;
  readonly form: FormState;
  readonly isStale?: boolean;
  readonly status?: number;
}

async function showOne(deps: Deps, res: Response, { collaborative, id, form, isStale = false, status = 200 }: Shown): Promise<void> {
  const versions = id === null ? [] : await getVersions(deps.reads, collaborative.id, id);
  const { t } = requestContext(res);
  renderPage(res, 'agenda-templates/one', oneView(t, { collaborative, versions, state: form, isStale }), status);
}

async function keep(deps: Deps, req: Request<{ slug: string }>, res: Response, id: string | null): Promise<void> {
  const { slug } = req.params;
  const collaborative = await bodyOf(deps, res, slug);
  const parsed = parseTemplate(req.body);
  if (!parsed.ok) return showOne(deps, res, { collaborative, id, form: parsed, status: 422 });
  const kept = await keepTemplate(deps, signedIn(res), { collaborativeId: collaborative.id, id, values: parsed.values });
  if (kept.kind === 'stale')
    return showOne(deps, res, { collaborative, id, form: blankForm(rawForm(req.body)), isStale: true, status: 409 });
  setFlash(req, requestContext(res).t('agendaTemplates.saved'));
  res.redirect(303, templatePaths.list({ slug }));
}
