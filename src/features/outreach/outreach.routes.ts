import { Router } from 'express';
import type { Deps } from '../../deps';
import { flyerRoutes } from './flyer.routes';
import { invitationRoutes } from './invitation.routes';
import { letterRoutes } from './letter.routes';
import { shareRoutes } from './share.routes';

/** Flyers, share pages, invitations, and letters on paper. */
export function outreachRoutes(deps: Deps): Router {
  const router = Router();
  router.use(flyerRoutes(deps), shareRoutes(deps), invitationRoutes(deps), letterRoutes(deps));
  return router;
}
