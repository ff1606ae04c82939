import { Router } from 'express';
import type { Deps } from '../../deps';
import { panelRoutes } from './panel.routes';
import { readersRoutes } from './readers.routes';
import { scoreRoutes } from './score.routes';

/** Everything about panels and reviews. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use(readersRoutes(deps), panelRoutes(deps), scoreRoutes(deps));
  return router;
}
