import { Router } from 'express';
import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { dataRoutes } from './data.routes';
import { openDataPaths } from './open-data.paths';
import { openDataView } from './open-data.views';
import { sitemapRoutes } from './sitemap.routes';

/** The public record for programs: what there is to find, and the record as data. */
export function openDataRoutes(deps: Deps): Router {
  const router = Router();
  router.get(openDataPaths.page.pattern, async (_req, res) => {
    const { t, now } = requestContext(res);
    const [first] = await listCollaboratives(deps.reads, dateOf(now));
    renderPage(res, 'open-data/show', openDataView(t, first?.slug ?? null));
  });
  return router.use(dataRoutes(deps), sitemapRoutes(deps));
}
