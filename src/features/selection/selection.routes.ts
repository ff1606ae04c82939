import { Router } from 'express';
import type { Deps } from '../../deps';
import { approvalRoutes } from './approval.routes';
import type { WhenAccepted } from './offer.actions';
import { offerRoutes } from './offer.routes';
import { slateRoutes } from './slate.routes';

/** Slates, approvals, releases and offers. `whenAccepted` begins the checklist of who takes a seat. */
export function selectionRoutes(deps: Deps, { whenAccepted }: { readonly whenAccepted: WhenAccepted }): Router {
  const router = Router();
  router.use(slateRoutes(deps), approvalRoutes(deps), offerRoutes(deps, whenAccepted));
  return router;
}
