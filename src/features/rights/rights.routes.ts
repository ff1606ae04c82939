import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, fieldError, parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { limit } from '../../web/limits';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPeople, findRequestOf, getRequest, lastRuns, listHolds, listRequests } from './request.queries';
import { runnableRules } from './retention';
import { askErasure, dryRuns, endHold, erasePerson, exportOf, previewOf, putHold, refuseErasure, runRule } from './rights.actions';
import { rightsPaths } from './rights.paths';
import { rightsPolicy } from './rights.policy';
import { myDataView, retentionView, rightsDeskView, rightsRequestView } from './rights.views';

/** A copy of one's data, being erased, and how long records are kept. */
export function rightsRoutes(deps: Deps): Router {
  const router = Router();
  router.use([rightsPaths.mine.pattern, rightsPaths.export.pattern, rightsPaths.erasure.pattern], requireSignIn);
  router.use([rightsPaths.desk.pattern, rightsPaths.retention.pattern], requireSignIn, (_req, res, next) => {
    conceal(rightsPolicy.desk(requestContext(res).actor));
    next();
  });
  ownRoutes(deps, router);
  deskRoutes(deps, router);
  retentionRoutes(deps, router);
  return router;
}

function ownRoutes(deps: Deps, router: Router): void {
  router.get(rightsPaths.mine.pattern, async (_req, res) => {
    const { id } = signedIn(res);
    renderPage(res, 'rights/mine', myDataView(requestContext(res).t, await previewOf(deps, id), await findRequestOf(deps.reads, id)));
  });
  router.get(rightsPaths.export.pattern, async (_req, res) => {
    const { id } = signedIn(res);
    await limit(deps, { name: 'export-own', key: id, points: 10, seconds: 3600 });
    sendMade(res, { name: 'my-data.json', type: 'application/json; charset=utf-8' }).send(
      JSON.stringify(await exportOf(deps, id), null, 2),
    );
  });
  router.post(rightsPaths.erasure.pattern, async (req, res) => {
    await askErasure(deps, signedIn(res));
    setFlash(req, requestContext(res).t('rights.mine.flash'));
    res.redirect(303, rightsPaths.mine());
  });
}

function deskRoutes(deps: Deps, router: Router): void {
  router.get(rightsPaths.desk.pattern, async (req, res) => {
    const q = typeof req.query['q'] === 'string' ? req.query['q'].trim().slice(0, 200) : '';
    const view = rightsDeskView(requestContext(res).t, await listRequests(deps.reads), await findPeople(deps.reads, q), blankForm({ q }));
    renderPage(res, 'rights/desk', view);
  });
  router.post(rightsPaths.asking.pattern, async (req, res) => {
    const form = parseForm({ person: field.id() }, req.body);
    if (!form.ok) {
      res.redirect(303, rightsPaths.desk());
      return;
    }
    res.redirect(303, rightsPaths.request({ id: await askErasure(deps, signedIn(res), form.values.person) }));
  });
  router.get(rightsPaths.request.pattern, (req, res) => showRequest(deps, res, req.params.id, blankForm()));
  router.post(rightsPaths.doing.pattern, async (req, res) => {
    const form = parseForm({ version: field.version() }, req.body);
    await erasePerson(deps, signedIn(res), req.params.id, form.ok ? form.values.version : 0);
    setFlash(req, requestContext(res).t('rights.request.erased'));
    res.redirect(303, rightsPaths.request({ id: req.params.id }));
  });
  router.post(rightsPaths.refusal.pattern, (req, res) => refuse(deps, req, res));
}

async function refuse(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const form = parseForm({ words: field.text(1000), version: field.version() }, req.body);
  if (!form.ok) return showRequest(deps, res, id, form, 422);
  await refuseErasure(deps, signedIn(res), id, form.values);
  setFlash(req, requestContext(res).t('rights.request.refused'));
  res.redirect(303, rightsPaths.request({ id }));
}

async function showRequest(deps: Deps, res: Response, id: string, form: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const request = await getRequest(deps.reads, id);
  const mayDecide = rightsPolicy.decide(actor, request.personId).allowed;
  renderPage(res, 'rights/request', rightsRequestView(t, request, await previewOf(deps, request.personId), { form, mayDecide }), status);
}

function retentionRoutes(deps: Deps, router: Router): void {
  router.get(rightsPaths.retention.pattern, (_req, res) => showRetention(deps, res, blankForm()));
  router.post(rightsPaths.run.pattern, async (req, res) => {
    const form = parseForm({ rule: field.choice(runnableRules.map(({ name }) => name)), fingerprint: field.text(64) }, req.body);
    if (!form.ok) return showRetention(deps, res, form, 422);
    const count = await runRule(deps, signedIn(res), form.values.rule, form.values.fingerprint);
    setFlash(req, requestContext(res).t('rights.retention.ran', { count }));
    res.redirect(303, rightsPaths.retention());
  });
  router.post(rightsPaths.holds.pattern, async (req, res) => {
    const form = parseForm({ reason: field.text(500), email: field.optionalText(200) }, req.body);
    if (!form.ok) return showRetention(deps, res, form, 422);
    const { reason, email } = form.values;
    const [person] = await findPeople(deps.db, email);
    if (email !== '' && person === undefined)
      return showRetention(deps, res, { raw: form.raw, errors: { email: fieldError('rights.errors.nobody') } }, 422);
    await putHold(deps, signedIn(res), { personId: person?.id ?? null, reason });
    res.redirect(303, rightsPaths.retention());
  });
  router.post(rightsPaths.holdEnd.pattern, async (req, res) => {
    await endHold(deps, signedIn(res), req.params.id);
    res.redirect(303, rightsPaths.retention());
  });
}

async function showRetention(deps: Deps, res: Response, form: FormState, status = 200): Promise<void> {
  const [runs, last, holds] = [await dryRuns(deps), await lastRuns(deps.reads), await listHolds(deps.reads)];
  renderPage(res, 'rights/retention', retentionView(requestContext(res).t, { runs, last, holds, form }), status);
}
