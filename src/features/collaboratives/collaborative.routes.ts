import { Router } from 'express';
import type { Deps } from '../../deps';
import { cleanText } from '../../lib/text';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { collaborativePaths } from './collaborative.paths';
import { listCollaboratives } from './collaborative.queries';
import { collaborativesView } from './collaborative.views';
import { findWanted } from './find.queries';
import { findView } from './find.views';
import { collaborativeSettingsRoutes } from './settings.routes';

/** The list of collaboratives, and "find mine". The page of one stands with the home page, since it shows everything. */
export function collaborativeRoutes(deps: Deps): Router {
  const router = Router();

  router.get(collaborativePaths.index.pattern, async (_req, res) => {
    const { t, now } = requestContext(res);
    renderPage(res, 'collaboratives/index', collaborativesView(t, await listCollaboratives(deps.reads, dateOf(now))));
  });

  router.get(collaborativePaths.find.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const { q } = req.query;
    const typed = typeof q === 'string' ? cleanText(q).trim().slice(0, 200) : '';
    renderPage(res, 'collaboratives/find', findView(t, await findWanted(deps.reads, typed, dateOf(now))));
  });

  router.use(collaborativeSettingsRoutes(deps));
  return router;
}
