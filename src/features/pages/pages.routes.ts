import { Router } from 'express';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { plainPageView } from './page.views';

/** Pages that are words alone. */
export function pagesRoutes(): Router {
  const router = Router();

  router.get('/privacy', (_req, res) => {
    renderPage(res, 'pages/show', plainPageView(requestContext(res).t, 'privacy'));
  });

  router.get('/accessibility', (_req, res) => {
    renderPage(res, 'pages/show', plainPageView(requestContext(res).t, 'accessibility'));
  });

  return router;
}
