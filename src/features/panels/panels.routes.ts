import { Router } from 'express';
import type { Deps } from '../../deps';
import { assignmentRoutes } from './assignment.routes';
import { hiddenRoutes } from './hidden.routes';
import { panelRoutes } from './panel.routes';
import { reportRoutes } from './report.routes';

/** Everything staff do to have applications reviewed. */
export function panelsRoutes(deps: Deps): Router {
  const router = Router();
  router.use(assignmentRoutes(deps), hiddenRoutes(deps), reportRoutes(deps), panelRoutes(deps));
  return router;
}
