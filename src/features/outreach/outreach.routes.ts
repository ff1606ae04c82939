import { Router } from 'express';
import type { Deps } from '../../deps';
import { flyerRoutes } from './flyer.routes';
import { invitationRoutes } from './invitation.routes';
import { shareRoutes } from './share.routes';

/** Flyers, share pages and invitations. */
export function outreachRoutes(deps: Deps): Router {
  const router = Router();
  router.use(flyerRoutes(deps), shareRoutes(deps), invitationRoutes(deps));
  return router;
}
