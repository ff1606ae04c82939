import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { isAdministrator } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { field, fieldError, parseForm } from '../../lib/form';
import { authorize, conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { formDeskPolicy } from './form-desk.policy';
import { readMove, readVersion } from './order.form';
import { beginRubricVersion, discardRubricVersion, publishRubricVersion, saveWeights, shiftCriterion } from './rubric-desk.actions';
import { readWeights, weightsAsForm } from './rubric-desk.form';
import { rubricDeskPaths } from './rubric-desk.paths';
import { loadRubricDesk, type RubricDesk } from './rubric-desk.queries';
import { rubricDeskView } from './rubric-desk.views';
import { mayEditIn } from './form-stage';

/** The rubric of a cycle: weights, order and versions. */
export function rubricDeskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(rubricDeskPaths.show.pattern, requireSignIn);
  weightRoutes(router, deps);
  versionRoutes(router, deps);
  return router;
}

function weightRoutes(router: Router, deps: Deps): void {
  router.get(rubricDeskPaths.show.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const desk = await loadRubricDesk(deps.reads, req.params.code, now);
    conceal(formDeskPolicy.read(actor, desk.cycle));
    show(res, desk, blankForm(weightsAsForm(desk.rubric)));
  });

  router.post(rubricDeskPaths.weights.pattern, async (req, res) => {
    const { code } = req.params;
    const desk = await rubricToEdit(deps, res, code);
    const form = readWeights(req.body, desk.rubric);
    if (!form.ok) {
      show(res, desk, form, 422);
      return;
    }
    if (form.values.version !== desk.rubric.version) {
      show(res, desk, { raw: form.raw, errors: { version: fieldError('errors.conflict.changedMeanwhile') } }, 409);
      return;
    }
    await saveWeights(deps, signedIn(res), code, form.values);
    setFlash(req, requestContext(res).t('rubrics.show.saved'));
    res.redirect(303, rubricDeskPaths.show({ code }));
  });

  router.post(rubricDeskPaths.order.pattern, async (req, res) => {
    const { code } = req.params;
    const move = readMove(req.body);
    if (move === undefined) throw new NotFound();
    const by = move.direction === 'up' ? -1 : 1;
    await shiftCriterion(deps, signedIn(res), { code, version: readVersion(req.body) }, { key: move.key, by });
    setFlash(req, requestContext(res).t('rubrics.show.moved'));
    res.redirect(303, `${rubricDeskPaths.show({ code })}#row-${move.key}`);
  });
}

function versionRoutes(router: Router, deps: Deps): void {
  router.post(rubricDeskPaths.versions.pattern, async (req, res) => {
    const { code } = req.params;
    await beginRubricVersion(deps, signedIn(res), code);
    setFlash(req, requestContext(res).t('rubrics.show.begun'));
    res.redirect(303, rubricDeskPaths.show({ code }));
  });

  router.post(rubricDeskPaths.discard.pattern, async (req, res) => {
    const { code } = req.params;
    await discardRubricVersion(deps, signedIn(res), code, readVersion(req.body));
    setFlash(req, requestContext(res).t('forms.versions.discarded'));
    res.redirect(303, rubricDeskPaths.show({ code }));
  });

  router.post(rubricDeskPaths.publication.pattern, async (req, res) => {
    const { code } = req.params;
    const desk = await rubricToEdit(deps, res, code);
    const form = parseForm({ version: field.version(), note: field.text(500) }, req.body);
    const refused = (errors: FormState['errors']) => {
      show(res, desk, { raw: { ...weightsAsForm(desk.rubric), ...form.raw }, errors }, 422);
    };
    if (!form.ok) refused(form.errors);
    else if (await publishRubricVersion(deps, signedIn(res), code, form.values)) {
      setFlash(req, requestContext(res).t('forms.publication.done'));
      res.redirect(303, rubricDeskPaths.show({ code }));
    } else refused({ note: fieldError('forms.errors.sameAsBefore') });
  });
}

/** The desk for somebody who may change the rubric now. */
export async function rubricToEdit(deps: Deps, res: Response, code: string): Promise<RubricDesk> {
  const { actor, now } = requestContext(res);
  const desk = await loadRubricDesk(deps.db, code, now);
  conceal(formDeskPolicy.read(actor, desk.cycle));
  authorize(formDeskPolicy.edit(actor));
  if (!mayEditIn(desk.stage)) throw new Conflict('rubrics.errors.frozen');
  return desk;
}

function show(res: Response, desk: RubricDesk, state: FormState, status = 200): void {
  const { actor, t } = requestContext(res);
  renderPage(res, 'form-desk/rubric', { ...rubricDeskView(t, desk, isAdministrator(actor), state), width: 'wide' }, status);
}
