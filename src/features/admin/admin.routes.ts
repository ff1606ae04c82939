import { Router, type RequestHandler, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { authorize } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { importFile, importKinds, type ImportReport } from '../collaboratives';
import { adminPaths } from './admin.paths';
import { adminPolicy } from './admin.policy';
import { adminView, checkView, historyView } from './admin.views';
import { checkChains, listHistory, listImportEvents } from './history.queries';
import { importsView } from './import.views';

const forAdministrators: RequestHandler = (_req, res, next) => {
  authorize(adminPolicy.view(requestContext(res).actor));
  next();
};

/** What only administrators see: the way to their pages, the history, and taking files in. */
export function adminRoutes(deps: Deps): Router {
  const router = Router();
  router.use(
    Object.values(adminPaths).map(({ pattern }) => pattern),
    requireSignIn,
    forAdministrators,
  );
  historyRoutes(router, deps);
  importRoutes(router, deps);
  return router;
}

function historyRoutes(router: Router, deps: Deps): void {
  router.get(adminPaths.home.pattern, (_req, res) => {
    renderPage(res, 'admin/show', adminView(requestContext(res).t));
  });

  router.get(adminPaths.history.pattern, async (req, res) => {
    const { after } = req.query;
    const cursor = typeof after === 'string' ? after : undefined;
    const page = await listHistory(deps.reads, cursor);
    renderPage(res, 'admin/history', historyView(requestContext(res).t, page, cursor === undefined));
  });

  router.get(adminPaths.check.pattern, async (_req, res) => {
    renderPage(res, 'admin/check', checkView(requestContext(res).t, await checkChains(deps.reads)));
  });
}

const importFields = { kind: field.choice(importKinds), text: field.text(150_000) };

function importRoutes(router: Router, deps: Deps): void {
  router.get(adminPaths.imports.pattern, async (_req, res) => {
    await showImports(deps, res, { state: blankForm(), report: null });
  });

  router.post(adminPaths.import.pattern, async (req, res) => {
    const form = parseForm(importFields, req.body);
    if (!form.ok) {
      await showImports(deps, res, { state: form, report: null }, 422);
      return;
    }
    const { actor } = requestContext(res);
    const dryRun = (req.body as { do?: unknown }).do !== 'take';
    const report = await importFile(deps, actor, { ...form.values, dryRun });
    await showImports(deps, res, { state: blankForm(report.isDone ? {} : form.raw), report }, report.errors.length > 0 ? 422 : 200);
  });
}

async function showImports(
  deps: Deps,
  res: Response,
  shown: { state: FormState; report: ImportReport | null },
  status = 200,
): Promise<void> {
  renderPage(res, 'admin/imports', importsView(requestContext(res).t, { events: await listImportEvents(deps.reads), ...shown }), status);
}
