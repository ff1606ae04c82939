import { Router } from 'express';
import type { Deps } from '../../deps';
import { readersRoutes } from './readers.routes';
import { scoreRoutes } from './score.routes';

/** A reviewer's pages, and who reads, for the public. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use(readersRoutes(deps), scoreRoutes(deps));
  return router;
}
