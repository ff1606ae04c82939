import { Router } from 'express';
import type { Deps } from '../../deps';
import { applyRoutes } from './apply.routes';
import { correctionRoutes } from './correction.routes';
import type { UseLateCode } from './entry.actions';
import { entryRoutes } from './entry.routes';
import { scanRoutes } from './scan.routes';
import { statusRoutes } from './status.routes';

/** All pages of applications: apply, an applicant's own, and entering one for somebody, late with a code. */
export function applicationRoutes(deps: Deps, { useLateCode }: { readonly useLateCode: UseLateCode }): Router {
  const router = Router();
  router.use(applyRoutes(deps), statusRoutes(deps), entryRoutes(deps, useLateCode), correctionRoutes(deps), scanRoutes(deps));
  return router;
}
