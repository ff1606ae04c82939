import { Router } from 'express';
import type { Deps } from '../deps';

/** `/healthz`: the process answers. `/readyz`: the database answers too, else 503. */
export function healthRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    const isReady = await deps.reads.raw('select 1').then(
      () => true,
      () => false,
    );
    res
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'database away' });
  });
  return router;
}
