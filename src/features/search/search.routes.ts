import { Router } from 'express';
import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { countedAtMost, search } from './search.actions';
import { searchWish } from './search.form';
import { searchPaths } from './search.paths';
import { searchView } from './search.views';

/** The search over all that is public, for anyone; it keeps nothing of what is looked for. */
export function searchRoutes(deps: Deps): Router {
  const router = Router();

  router.get(searchPaths.page.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const today = dateOf(now);
    const asked = searchWish(req.query);
    const bodies = await listCollaboratives(deps.reads);
    const body = bodies.find(({ slug }) => slug === asked.c);
    const wish = { ...asked, c: body?.slug ?? '' };
    const found = await search(deps.reads, wish, { bodyId: body?.id ?? null, today });
    renderPage(res, 'search/show', searchView(t, { wish, found, bodies, today, countedAtMost }));
  });

  return router;
}
