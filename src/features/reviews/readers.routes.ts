import { Router } from 'express';
import type { Deps } from '../../deps';
import { inLocale } from '../../lib/local-text';
import { NotFound } from '../../lib/errors';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { cyclePaths, getCycleByCode } from '../cycles';
import { listPanelMixes } from './panel.queries';
import { readersView } from './readers.views';
import { reviewPaths } from './review.paths';

/** Who reads the applications of a cycle: each panel's mix is public (domain.md 5). */
export function readersRoutes(deps: Deps): Router {
  const router = Router();
  router.get(reviewPaths.readers.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    if (cycle.status === 'draft') throw new NotFound();
    const bodies = (await listCollaboratives(deps.reads)).filter(({ id }) => cycle.collaborativeIds.includes(id));
    renderPage(res, 'reviews/readers', {
      ...readersView(t, cycle, bodies, await listPanelMixes(deps.reads, cycle.id)),
      breadcrumbs: [
        { text: t('layout.home'), href: '/' },
        { text: inLocale(cycle.name, t.locale), href: cyclePaths.rubric({ code: cycle.code }) },
      ],
    });
  });
  return router;
}
