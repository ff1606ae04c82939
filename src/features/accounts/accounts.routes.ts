import { Router, type RequestHandler } from 'express';
import type { Deps } from '../../deps';
import { profileRoutes } from './account.routes';
import { emailStopRoutes } from './email-stop.routes';
import { signInStrategies } from './passport';
import { passwordHasher, type Hasher } from './password-hasher';
import { passwordRoutes } from './password.routes';
import { peopleRoutes } from './people.routes';
import { secondFactorRoutes } from './second-factor.routes';
import { signInRoutes } from './sign-in.routes';

/** All pages of people, accounts and roles. The hasher is handed in by tests that count its work. */
export function accountRoutes(deps: Deps, hasher: Hasher = passwordHasher()): Router {
  const router = Router();
  router.use(['/sign-in', '/account'], neverKept);
  router.use(signInRoutes(deps, signInStrategies(deps, hasher)), passwordRoutes(deps, hasher), secondFactorRoutes(deps));
  router.use(profileRoutes(deps), emailStopRoutes(deps), peopleRoutes(deps));
  return router;
}

/** These pages carry forms and secrets: no cache keeps them, signed in or not. */
const neverKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
