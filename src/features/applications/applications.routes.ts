import { Router } from 'express';
import type { Deps } from '../../deps';
import { applyRoutes } from './apply.routes';
import { deskRoutes } from './desk.routes';
import { statusRoutes } from './status.routes';

/** All pages of applications: apply, an applicant's own, and the desk of staff. */
export function applicationRoutes(deps: Deps): Router {
  const router = Router();
  router.use(applyRoutes(deps), statusRoutes(deps), deskRoutes(deps));
  return router;
}
