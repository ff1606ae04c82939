import { Router } from 'express';
import type { Deps } from '../../deps';
import { queueRoutes } from './queue.routes';
import { readersRoutes } from './readers.routes';
import { readingRoutes } from './reading.routes';
import { scoreRoutes } from './score.routes';

/** A reviewer's pages, and who reads, for the public. */
export function reviewRoutes(deps: Deps): Router {
  const router = Router();
  router.use(readersRoutes(deps), queueRoutes(deps), readingRoutes(deps), scoreRoutes(deps));
  return router;
}
