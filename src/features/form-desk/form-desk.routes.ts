import { Router } from 'express';
import type { Deps } from '../../deps';
import { criterionRoutes } from './criterion.routes';
import { rubricDeskRoutes } from './rubric-desk.routes';
import { versionRoutes } from './version.routes';
import { builderRoutes } from './builder.routes';
import { paperRoutes } from './paper.routes';
import { previewRoutes } from './preview.routes';
import { pageRoutes } from './page.routes';
import { questionRoutes } from './question.routes';

/** Building a cycle's form. */
export function formDeskRoutes(deps: Deps): Router {
  const router = Router();
  for (const routes of [
    builderRoutes,
    pageRoutes,
    questionRoutes,
    previewRoutes,
    paperRoutes,
    versionRoutes,
    rubricDeskRoutes,
    criterionRoutes,
  ])
    router.use(routes(deps));
  return router;
}
