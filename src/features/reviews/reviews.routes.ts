import { Router } from 'express';
import type { Deps } from '../../deps';
import { panelRoutes } from './panel.routes';
import { scoreRoutes } from './score.routes';

/** Everything about panels and reviews. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use(panelRoutes(deps), scoreRoutes(deps));
  return router;
}
