import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { requestContext, signedIn } from '../../web/request-context';
import { getCollaborativeBySlug } from '../collaboratives';
import { block, dealWith } from './block.actions';
import { directoryPaths } from './directory.paths';

/** Members keep a fellow member's messages away; staff put a reported message aside. Who may is asked by the actions. */
export function blockRoutes(deps: Deps): Router {
  const router = Router();
  router.post(directoryPaths.block.pattern, (req, res) => save(deps, req, res, true));
  router.post(directoryPaths.unblock.pattern, (req, res) => save(deps, req, res, false));
  router.post(directoryPaths.dealtWith.pattern, async (req, res) => {
    await dealWith(deps, signedIn(res), req.params.id);
    setFlash(req, requestContext(res).t('directory.dealtFlash'));
    res.redirect(303, directoryPaths.reported({ slug: req.params.slug }));
  });
  return router;
}

async function save(deps: Deps, req: Request<{ slug: string; id: string }>, res: Response, isOn: boolean): Promise<void> {
  const { slug, id } = req.params;
  const { id: collaborativeId } = await getCollaborativeBySlug(deps.db, slug);
  await block(deps, signedIn(res), { collaborativeId, blockedId: id, isOn });
  setFlash(req, requestContext(res).t(isOn ? 'directory.blockedFlash' : 'directory.unblockedFlash'));
  res.redirect(303, directoryPaths.show({ slug }));
}
