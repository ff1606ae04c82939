import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm, rawForm, rawText } from '../../lib/form';
import { Conflict } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { applicationPolicy, deskPaths } from '../applications';
import { getCollaborativeBySlug } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import { deskListPaths } from './desk.paths';
import { filterQuery, groupedQuery } from './list.form';
import { changeView, keepView, removeView } from './saved-view.actions';
import { getSavedView, listSavedViews } from './saved-view.queries';
import { savedViewsView } from './saved-view.views';

const fields = { name: field.text(80), shared: field.checked(), query: field.optionalText(2000) };

interface Place {
  readonly code: string;
  readonly slug: string;
}

/** Views of lists under names: saved, renamed, shared and removed. */
export function savedViewRoutes(deps: Deps): Router {
  const router = Router();

  router.get(deskListPaths.views.pattern, (req, res) => showViews(deps, res, req.params, queryOf(req)));

  router.post(deskListPaths.views.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    const parsed = parseForm(fields, req.body);
    const query = filterQuery(fromQuery(rawText(parsed.raw, 'query')));
    if (!parsed.ok) {
      await showViews(deps, res, req.params, query, parsed);
      return;
    }
    await keepView(deps, actor, collaborative.id, { name: parsed.values.name, query, isShared: parsed.values.shared });
    setFlash(req, t('desk.views.saved', { name: parsed.values.name }));
    res.redirect(303, query === '' ? deskPaths.list(req.params) : `${deskPaths.list(req.params)}?${query}`);
  });

  changeRoutes(router, deps);
  return router;
}

function changeRoutes(router: Router, deps: Deps): void {
  router.post(deskListPaths.view.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const view = await getSavedView(deps.reads, req.params.id);
    const parsed = parseForm(fields, req.body);
    if (!parsed.ok) throw new Conflict('desk.errors.nameMissing');
    await changeView(deps, actor, view.id, { name: parsed.values.name, isShared: parsed.values.shared });
    setFlash(req, t('desk.views.saved', { name: parsed.values.name }));
    res.redirect(303, deskListPaths.views(req.params));
  });

  router.post(deskListPaths.viewRemoval.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await removeView(deps, actor, req.params.id);
    setFlash(req, t('desk.views.removed'));
    res.redirect(303, deskListPaths.views(req.params));
  });
}

const fromQuery = (text: string) => rawForm(groupedQuery(text));

const queryOf = (req: Request): string => filterQuery(rawForm(req.query));

async function showViews(deps: Deps, res: Response, place: Place, query: string, refused?: FormState): Promise<void> {
  const { actor, t } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, place.slug);
  authorize(applicationPolicy.list(actor, collaborative.id));
  await getCycleByCode(deps.reads, place.code);
  const personId = actor.id ?? '';
  const view = savedViewsView(t, {
    place,
    query,
    views: await listSavedViews(deps.reads, collaborative.id, personId),
    personId,
    state: refused ?? blankForm(),
  });
  renderPage(res, 'desk/saved-views', { ...view, district: collaborative.slug }, refused === undefined ? 200 : 422);
}
