import { Router } from 'express';
import type { Deps } from '../../deps';
import { applyRoutes } from './apply.routes';
import { correctionRoutes } from './correction.routes';
import { entryRoutes } from './entry.routes';
import { scanRoutes } from './scan.routes';
import { statusRoutes } from './status.routes';

/** All pages of applications: apply, an applicant's own, and entering one for somebody. */
export function applicationRoutes(deps: Deps): Router {
  const router = Router();
  router.use(applyRoutes(deps), statusRoutes(deps), entryRoutes(deps), correctionRoutes(deps), scanRoutes(deps));
  return router;
}
