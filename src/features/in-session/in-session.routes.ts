import { Router } from 'express';
import type { Deps } from '../../deps';
import { requireSignIn } from '../../web/require-sign-in';
import { exceptionRoutes } from './exception.routes';
import { itemRoutes } from './item.routes';
import { consentRoutes } from './consent.routes';
import type { WhenCarried } from './motion.actions';
import { motionRoutes } from './motion.routes';
import { deskRoutes } from './session.routes';

/** Everything about running a meeting; `whenCarried` runs in the transaction of the vote. */
export function inSessionRoutes(deps: Deps, doors: { readonly whenCarried: readonly WhenCarried[] }): Router {
  return Router()
    .use('/meetings/:id/session', requireSignIn)
    .use(deskRoutes(deps), itemRoutes(deps), consentRoutes(deps), exceptionRoutes(deps), motionRoutes(deps, doors.whenCarried));
}
