import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findPage, isPageReliedOn, type FormPage } from '../forms';
import { fingerprint } from './fingerprint';
import { formDeskPaths } from './form-desk.paths';
import type { FormDesk } from './form-desk.queries';
import { readVersion } from './order.form';
import { addPage, changePage, ownWords, removeFormPage } from './page.actions';
import { pageAsForm, readPageDraft } from './page.form';
import { pageEditorView, pageRemovalView } from './page.views';
import { deskToEdit } from './question.routes';

/** Adding, changing and removing a page of the form. */
export function pageRoutes(deps: Deps): Router {
  const router = Router();
  newRoutes(router, deps);
  changeRoutes(router, deps);
  removalRoutes(router, deps);
  return router;
}

function newRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.newPage.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { code } = req.params;
    const { form } = await deskToEdit(deps, res, code);
    const state = blankForm({ place: String(form.pages.length + 1) });
    renderPage(res, 'form-desk/page', { ...pageEditorView(t, { code, page: null, seen: '', state }), width: 'wide' });
  });

  router.post(formDeskPaths.pages.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { code } = req.params;
    await deskToEdit(deps, res, code);
    const draft = readPageDraft(req.body);
    if (!draft.ok) {
      renderPage(res, 'form-desk/page', { ...pageEditorView(t, { code, page: null, seen: '', state: draft }), width: 'wide' }, 422);
      return;
    }
    const key = await addPage(deps, actor, code, draft.values);
    setFlash(req, t('forms.page.added'));
    res.redirect(303, `${formDeskPaths.show({ code })}#row-page-${key}`);
  });
}

function changeRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.page.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { code } = req.params;
    const { desk, page } = await onPage(deps, res, req.params);
    const state = blankForm(pageAsForm(page, desk.form.pages.indexOf(page)));
    renderPage(res, 'form-desk/page', { ...pageEditorView(t, { code, page, seen: fingerprint(ownWords(page)), state }), width: 'wide' });
  });

  router.post(formDeskPaths.page.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { code, page: key } = req.params;
    const { page } = await onPage(deps, res, req.params);
    const draft = readPageDraft(req.body);
    const parts = { code, page, seen: draft.ok ? draft.values.seen : String(draft.raw['seen'] ?? '') };
    if (!draft.ok) {
      renderPage(res, 'form-desk/page', { ...pageEditorView(t, { ...parts, state: draft }), width: 'wide' }, 422);
      return;
    }
    const changed = await changePage(deps, actor, code, key, draft.values);
    if (changed.kind === 'stale') {
      const shown = { ...parts, seen: fingerprint(ownWords(changed.page)), state: blankForm(draft.raw), stale: changed.page };
      renderPage(res, 'form-desk/page', { ...pageEditorView(t, shown), width: 'wide' }, 409);
      return;
    }
    setFlash(req, t('forms.page.saved'));
    res.redirect(303, `${formDeskPaths.show({ code })}#row-page-${key}`);
  });
}

function removalRoutes(router: Router, deps: Deps): void {
  router.get(formDeskPaths.pageRemoval.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { desk, page } = await onPage(deps, res, req.params);
    if (isPageReliedOn(page)) throw new NotFound();
    renderPage(res, 'form-desk/removal', pageRemovalView(t, req.params.code, page, desk.form.version));
  });

  router.post(formDeskPaths.pageRemoval.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { code, page } = req.params;
    await removeFormPage(deps, actor, { code, version: readVersion(req.body) }, page);
    setFlash(req, t('forms.removal.done'));
    res.redirect(303, formDeskPaths.show({ code }));
  });
}

async function onPage(deps: Deps, res: Response, params: { code: string; page: string }): Promise<{ desk: FormDesk; page: FormPage }> {
  const desk = await deskToEdit(deps, res, params.code);
  const page = findPage(desk.form.pages, params.page);
  if (page === undefined) throw new NotFound();
  return { desk, page };
}
