import { Router } from 'express';
import type { Deps } from '../../deps';
import { answerRoutes } from './answer.routes';
import type { WhenAccepted } from './offer.actions';
import { deskRoutes } from './desk.routes';
import { letterRoutes } from './letter.routes';
import { procedureRoutes } from './procedure.routes';
import { recordRoutes } from './record.routes';
import { releaseRoutes } from './release.routes';
import { wordingRoutes } from './wording.routes';

/** Releases and offers. `whenAccepted` begins the checklist of who takes a seat. */
export function offerRoutes(deps: Deps, { whenAccepted }: { readonly whenAccepted: WhenAccepted }): Router {
  const router = Router();
  router.use(
    releaseRoutes(deps),
    wordingRoutes(deps),
    letterRoutes(deps),
    deskRoutes(deps),
    procedureRoutes(deps),
    recordRoutes(deps),
    answerRoutes(deps, whenAccepted),
  );
  return router;
}
