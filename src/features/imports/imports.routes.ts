import { readFile } from 'node:fs/promises';
import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, fieldError, parseForm, rawForm, rawText } from '../../lib/form';
import { isAdministrator } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import { bringFile, isReady, takeIn, tryFile } from './imports.actions';
import { importPaths } from './imports.paths';
import { tryKinds } from './import-try';
import { getTry, listTries } from './imports.queries';
import { errorsCsv, importFilesView, importTryView, templateCsv } from './imports.views';
import type { Answers } from './roster-plan';

/** Files of rosters, schools and ZIP codes: brought, looked at, taken in as a whole. Administrators alone. */
export function importsRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);
  router.use(importPaths.files.pattern, requireSignIn, (_req, res, next) => {
    if (!isAdministrator(requestContext(res).actor)) throw new NotFound();
    next();
  });
  router.get(importPaths.files.pattern, (_req, res) => showFiles(deps, res, blankForm({ kind: 'roster' })));
  router.post(importPaths.files.pattern, async (req, res) => {
    await receive({ req, res }, async (file) => {
      const form = parseForm({ kind: field.choice(tryKinds) }, req.body);
      if (!form.ok) return showFiles(deps, res, form, 422);
      if (file === null) return showFiles(deps, res, { raw: form.raw, errors: { file: fieldError('imports.errors.noFile') } }, 422);
      const content = await readFile(file.path);
      const id = await bringFile(deps, signedIn(res), { kind: form.values.kind, fileName: file.givenName, content });
      res.redirect(303, importPaths.show({ id }));
    });
  });
  router.get(importPaths.show.pattern, (req, res) => showTry(deps, res, req.params.id, {}));
  router.post(importPaths.taking.pattern, (req, res) => take(deps, req, res));
  router.get(importPaths.errors.pattern, async (req, res) => {
    const { content, kind } = await getTry(deps.reads, req.params.id);
    if (content === null) throw new NotFound();
    const { errors } = await tryFile(deps, content, kind, {});
    sendMade(res, { name: 'errors.csv', type: 'text/csv; charset=utf-8' }).send(errorsCsv(requestContext(res).t, errors));
  });
  router.get(importPaths.template.pattern, requireSignIn, (_req, res) => {
    if (!isAdministrator(requestContext(res).actor)) throw new NotFound();
    sendMade(res, { name: 'roster.csv', type: 'text/csv; charset=utf-8' }).send(templateCsv());
  });
  return router;
}

async function take(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const answers = answersIn(req.body);
  const raw = rawForm(req.body);
  const doing = (req.body as { do?: unknown }).do;
  if (doing !== 'take') return showTry(deps, res, id, answers);
  await takeIn(deps, signedIn(res), id, { answers, fingerprint: rawText(raw, 'fingerprint') });
  setFlash(req, requestContext(res).t('imports.flash'));
  res.redirect(303, importPaths.show({ id }));
}

/** `person_12=…`: what was said of row 12. */
const answersIn = (body: unknown): Answers =>
  Object.fromEntries(
    Object.entries(rawForm(body)).flatMap(([name, value]) => {
      const row = /^person_(\d+)$/.exec(name)?.[1];
      return row === undefined || typeof value !== 'string' ? [] : [[row, value] as const];
    }),
  );

async function showFiles(deps: Deps, res: Response, form: FormState, status = 200): Promise<void> {
  renderPage(res, 'imports/files', importFilesView(requestContext(res).t, await listTries(deps.reads), form), status);
}

async function showTry(deps: Deps, res: Response, id: string, answers: Answers): Promise<void> {
  const { t } = requestContext(res);
  const made = await getTry(deps.reads, id);
  if (made.content === null) {
    renderPage(res, 'imports/try', importTryView(t, made, null, false));
    return;
  }
  const trial = await tryFile(deps, made.content, made.kind, answers);
  renderPage(res, 'imports/try', importTryView(t, made, trial, isReady(trial)));
}
