import { Router } from 'express';
import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { collaborativePaths, findCollaborativeBySlug, listCollaboratives } from '../collaboratives';
import { getCollaborativePage } from './collaborative-page.queries';
import { collaborativePageView } from './collaborative-page.views';
import { listLatestNotes, listNextOfEach, listOpenCalls } from './home.queries';
import { homeView } from './home.views';

/** The home page, and the page of one collaborative. Mount last: `/:c` takes any single word and hands back what it does not know. */
export function homeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', async (_req, res) => {
    const { t, now } = requestContext(res);
    const collaboratives = await listCollaboratives(deps.reads, dateOf(now));
    const calls = await listOpenCalls(deps.reads, now);
    const meetings = await listNextOfEach(deps.reads, now);
    const notes = await listLatestNotes(deps.reads, 4);
    renderPage(res, 'home/show', homeView(t, { collaboratives, calls, meetings, notes }));
  });

  router.get(collaborativePaths.show.pattern, async (req, res, next) => {
    const { t, now } = requestContext(res);
    const collaborative = await findCollaborativeBySlug(deps.reads, req.params['c']);
    if (collaborative === undefined) {
      next();
      return;
    }
    renderPage(res, 'home/collaborative', collaborativePageView(t, await getCollaborativePage(deps.reads, collaborative, now)));
  });

  return router;
}
