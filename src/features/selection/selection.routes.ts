import { Router } from 'express';
import type { Deps } from '../../deps';
import { approvalRoutes } from './approval.routes';
import { slateRoutes } from './slate.routes';

/** Slates and approvals. */
export function selectionRoutes(deps: Deps): Router {
  const router = Router();
  router.use(slateRoutes(deps), approvalRoutes(deps));
  return router;
}
