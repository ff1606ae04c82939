import { Router } from 'express';
import type { Deps } from '../../deps';
import { assignmentRoutes } from './assignment.routes';
import { panelRoutes } from './panel.routes';

/** Everything staff do to have applications reviewed. */
export function panelsRoutes(deps: Deps): Router {
  const router = Router();
  router.use(assignmentRoutes(deps), panelRoutes(deps));
  return router;
}
