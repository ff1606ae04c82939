import { Router } from 'express';
import type { Deps } from '../../deps';
import { answerRoutes } from './answer.routes';
import type { WhenAccepted } from './offer.actions';
import { releaseRoutes } from './release.routes';

/** Releases and offers. `whenAccepted` begins the checklist of who takes a seat. */
export function offerRoutes(deps: Deps, { whenAccepted }: { readonly whenAccepted: WhenAccepted }): Router {
  const router = Router();
  router.use(releaseRoutes(deps), answerRoutes(deps, whenAccepted));
  return router;
}
