import { Router } from 'express';
import type { Deps } from '../../deps';
import { approvalRoutes } from './approval.routes';
import { boardRoutes } from './board.routes';
import { lowerChoiceRoutes } from './lower-choices.routes';
import { slateRoutes } from './slate.routes';
import { whatIfRoutes } from './what-if.routes';

/** Slates, what-if slates and approvals. `comparison` stands before the boards, which take any name. */
export function selectionRoutes(deps: Deps): Router {
  const router = Router();
  router.use(whatIfRoutes(deps), boardRoutes(deps), slateRoutes(deps), lowerChoiceRoutes(deps), approvalRoutes(deps));
  return router;
}
