import { Router } from 'express';
import type { Deps } from '../../deps';
import { builderRoutes } from './builder.routes';
import { pageRoutes } from './page.routes';
import { questionRoutes } from './question.routes';

/** Building a cycle's form. */
export function formDeskRoutes(deps: Deps): Router {
  const router = Router();
  for (const routes of [builderRoutes(deps), pageRoutes(deps), questionRoutes(deps)]) router.use(routes);
  return router;
}
