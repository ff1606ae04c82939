import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { rawText } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { withoutCriterion, type Criterion } from '../forms';
import { fingerprint } from './fingerprint';
import { readVersion } from './order.form';
import { addCriterion, changeCriterion, removeCriterion, wordsOf } from './rubric-desk.actions';
import { criterionAsForm, readCriterion } from './rubric-desk.form';
import { rubricDeskPaths } from './rubric-desk.paths';
import type { RubricDesk } from './rubric-desk.queries';
import { rubricToEdit } from './rubric-desk.routes';
import { criterionRemovalView, criterionView } from './rubric-desk.views';

type Shown = Parameters<typeof criterionView>[1];

/** Adding, rewording and removing one criterion. */
export function criterionRoutes(deps: Deps): Router {
  const router = Router();
  newRoutes(router, deps);
  changeRoutes(router, deps);
  removalRoutes(router, deps);
  return router;
}

function newRoutes(router: Router, deps: Deps): void {
  router.get(rubricDeskPaths.new.pattern, async (req, res) => {
    const { code } = req.params;
    await rubricToEdit(deps, res, code);
    show(res, { code, key: null, seen: '', state: blankForm() });
  });

  router.post(rubricDeskPaths.criteria.pattern, async (req, res) => {
    const { code } = req.params;
    await rubricToEdit(deps, res, code);
    const form = readCriterion(req.body);
    if (!form.ok) {
      show(res, { code, key: null, seen: '', state: form }, 422);
      return;
    }
    const key = await addCriterion(deps, signedIn(res), code, form.values);
    setFlash(req, requestContext(res).t('rubrics.criterion.added'));
    res.redirect(303, `${rubricDeskPaths.show({ code })}#row-${key}`);
  });
}

function changeRoutes(router: Router, deps: Deps): void {
  router.get(rubricDeskPaths.criterion.pattern, async (req, res) => {
    const { code, key } = req.params;
    const { criterion } = await onCriterion(deps, res, req.params);
    show(res, { code, key, seen: fingerprint(wordsOf(criterion)), state: blankForm(criterionAsForm(criterion)) });
  });

  router.post(rubricDeskPaths.criterion.pattern, async (req, res) => {
    const { code, key } = req.params;
    await onCriterion(deps, res, req.params);
    const form = readCriterion(req.body);
    const parts = { code, key, seen: rawText(form.raw, 'seen') };
    if (!form.ok) {
      show(res, { ...parts, state: form }, 422);
      return;
    }
    const stale = await changeCriterion(deps, signedIn(res), code, key, form.values);
    if (stale !== undefined) {
      show(res, { ...parts, seen: fingerprint(wordsOf(stale)), state: blankForm(form.raw), stale }, 409);
      return;
    }
    setFlash(req, requestContext(res).t('rubrics.criterion.saved'));
    res.redirect(303, `${rubricDeskPaths.show({ code })}#row-${key}`);
  });
}

function removalRoutes(router: Router, deps: Deps): void {
  router.get(rubricDeskPaths.removal.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { desk, criterion } = await onCriterion(deps, res, req.params);
    const left = withoutCriterion(desk.rubric.criteria, criterion.key);
    renderPage(res, 'form-desk/criterion-removal', criterionRemovalView(t, desk, criterion, left));
  });

  router.post(rubricDeskPaths.removal.pattern, async (req, res) => {
    const { code, key } = req.params;
    await removeCriterion(deps, signedIn(res), { code, version: readVersion(req.body) }, key);
    setFlash(req, requestContext(res).t('rubrics.removal.done'));
    res.redirect(303, rubricDeskPaths.show({ code }));
  });
}

async function onCriterion(
  deps: Deps,
  res: Response,
  { code, key }: { readonly code: string; readonly key: string },
): Promise<{ desk: RubricDesk; criterion: Criterion }> {
  const desk = await rubricToEdit(deps, res, code);
  const criterion = desk.rubric.criteria.find((one) => one.key === key);
  if (criterion === undefined) throw new NotFound();
  return { desk, criterion };
}

function show(res: Response, shown: Shown, status = 200): void {
  renderPage(res, 'form-desk/criterion', { ...criterionView(requestContext(res).t, shown), width: 'wide' }, status);
}
