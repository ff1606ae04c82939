import { Router } from 'express';
import type { Deps } from '../../deps';
import type { WhenAccepted } from '../offers';
import { callRoutes } from './call.routes';
import { flyerRoutes } from './flyer.routes';
import { invitationRoutes } from './invitation.routes';
import { letterRoutes } from './letter.routes';
import { shareRoutes } from './share.routes';

/** Flyers, share pages, invitations, letters on paper, and phone calls about offers. */
export function outreachRoutes(deps: Deps, doors: { readonly whenAccepted: WhenAccepted }): Router {
  const router = Router();
  router.use(flyerRoutes(deps), shareRoutes(deps), invitationRoutes(deps), letterRoutes(deps), callRoutes(deps, doors));
  return router;
}
