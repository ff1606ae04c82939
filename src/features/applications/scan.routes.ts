import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError, type FormErrors } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import { mostFiles, scansIn } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { deskPaths } from './application.paths';
import { addScan, getPapersOf, removeScan } from './scan.actions';
import { scansView } from './scan.views';

type OfRecord = Request<{ ref: string }>;

/** The papers of an application as they came, for staff of the collaboratives that it names. */
export function scanRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);

  router.get(deskPaths.scans.pattern, requireSignIn, async (req: OfRecord, res) => {
    await show(deps, res, req.params.ref, {});
  });

  router.post(deskPaths.scans.pattern, requireSignIn, async (req: OfRecord, res) => {
    const { actor, t } = requestContext(res);
    const { reference } = await getPapersOf(deps.reads, actor, req.params.ref);
    await receive({ req: req as Request, res }, async (file) => {
      const fault = file === null ? 'missing' : await addScan(deps, actor, { reference, file });
      if (fault !== null) {
        const full = fieldError('applications.files.full', { count: mostFiles });
        return show(deps, res, reference, { file: fault === 'tooMany' ? full : fieldError(`files.refused.${fault}`) });
      }
      setFlash(req as Request, t('applications.scans.added', { name: file?.givenName ?? '' }));
      res.redirect(303, deskPaths.scans({ ref: reference }));
    });
  });

  router.post(deskPaths.scanRemoval.pattern, requireSignIn, async (req: Request<{ ref: string; id: string }>, res) => {
    const { actor, t } = requestContext(res);
    const { ref, id } = req.params;
    const { name } = await removeScan(deps, actor, { reference: ref, id });
    setFlash(req as Request, t('applications.scans.removed', { name }));
    res.redirect(303, deskPaths.scans({ ref }));
  });

  return router;
}

async function show(deps: Deps, res: Response, reference: string, errors: FormErrors): Promise<void> {
  const { actor, t } = requestContext(res);
  const application = await getPapersOf(deps.reads, actor, reference);
  const files = scansIn(await listApplicationFiles(deps.reads, application.id));
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  renderPage(res, 'applications/scans', scansView(t, application, { files, state: { raw: {}, errors } }), status);
}
