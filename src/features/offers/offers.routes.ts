import { Router } from 'express';
import type { Deps } from '../../deps';
import { alternateRoutes } from './alternate.routes';
import { answerRoutes } from './answer.routes';
import type { WhenAccepted } from './offer.actions';
import { deskRoutes } from './desk.routes';
import type { CallsAbout } from './live-board.queries';
import { letterRoutes } from './letter.routes';
import { procedureRoutes } from './procedure.routes';
import { recordRoutes } from './record.routes';
import { releaseRoutes } from './release.routes';
import { wordingRoutes } from './wording.routes';

/** Releases and offers. `whenAccepted` begins the checklist of who takes a seat; `callsAbout` tells who was phoned. */
export function offerRoutes(
  deps: Deps,
  { whenAccepted, callsAbout }: { readonly whenAccepted: WhenAccepted; readonly callsAbout: CallsAbout },
): Router {
  const router = Router();
  router.use(
    releaseRoutes(deps),
    wordingRoutes(deps),
    letterRoutes(deps),
    deskRoutes(deps, callsAbout),
    procedureRoutes(deps),
    recordRoutes(deps),
    alternateRoutes(deps),
    answerRoutes(deps, whenAccepted),
  );
  return router;
}
