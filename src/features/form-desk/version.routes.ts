import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { field, fieldError, parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { listFormVersions } from '../forms';
import { formDeskPaths } from './form-desk.paths';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk } from './form-desk.queries';
import { readVersion } from './order.form';
import { deskToEdit } from './question.routes';
import { beginVersion, discardVersion, publishVersion } from './version.actions';
import { countDrafts, listTouched } from './version.queries';
import { publicationView, versionsView } from './version.views';

/** Versions of a form after the opening: begun, thrown away, put in force, and their history. */
export function versionRoutes(deps: Deps): Router {
  const router = Router();
  historyRoutes(router, deps);
  publicationRoutes(router, deps);
  return router;
}

function historyRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.versions.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const desk = await loadFormDesk(deps.reads, req.params.code, now);
    conceal(formDeskPolicy.read(actor, desk.cycle));
    renderPage(res, 'form-desk/versions', versionsView(t, desk, await listFormVersions(deps.reads, desk.inForce.line)));
  });

  router.post(formDeskPaths.versions.pattern, async (req, res) => {
    const { code } = req.params;
    await beginVersion(deps, signedIn(res), code);
    setFlash(req, requestContext(res).t('forms.versions.begun'));
    res.redirect(303, formDeskPaths.show({ code }));
  });

  router.post(formDeskPaths.discard.pattern, async (req, res) => {
    const { code } = req.params;
    await discardVersion(deps, signedIn(res), code, readVersion(req.body));
    setFlash(req, requestContext(res).t('forms.versions.discarded'));
    res.redirect(303, formDeskPaths.show({ code }));
  });
}

const publicationFields = { version: field.version(), note: field.text(500), touched: field.whole(0, 10_000_000) };

function publicationRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.publication.pattern, (req, res) => showPublication(deps, res, req.params.code, blankForm()));

  router.post(formDeskPaths.publication.pattern, async (req, res) => {
    const { code } = req.params;
    const { t } = requestContext(res);
    await deskToEdit(deps, res, code);
    const form = parseForm(publicationFields, req.body);
    if (!form.ok) {
      await showPublication(deps, res, code, form, 422);
      return;
    }
    const outcome = await publishVersion(deps, signedIn(res), code, form.values);
    if (outcome === 'published') {
      setFlash(req, t('forms.publication.done'));
      res.redirect(303, formDeskPaths.versions({ code }));
    } else {
      const errors = { note: fieldError(`forms.errors.${outcome}`) };
      await showPublication(deps, res, code, { raw: form.raw, errors }, outcome === 'otherCount' ? 409 : 422);
    }
  });
}

async function showPublication(deps: Deps, res: Response, code: string, state: FormState, status = 200): Promise<void> {
  const { t } = requestContext(res);
  const desk = await deskToEdit(deps, res, code);
  if (desk.stage !== 'version') throw new Conflict('forms.errors.noVersion');
  const touched = await listTouched(deps.db, desk.cycle.id, desk.form);
  const drafts = await countDrafts(deps.db, desk.cycle.id);
  renderPage(res, 'form-desk/publication', publicationView(t, { desk, touched, drafts, state }), status);
}
