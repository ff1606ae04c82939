import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { authorize } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, searchSchools, type Collaborative, type School } from '../collaboratives';
import { getCycleByCode, getForm, questionsOf, type Cycle, type Form } from '../cycles';
import { deskPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { listChoices } from './apply-loading.queries';
import { enterApplication } from './entry.actions';
import { readEntry, type Entry } from './entry.form';
import { entryView } from './entry.views';

interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly form: Form;
}

/** Entering an application for somebody who telephoned or sent paper. */
export function entryRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/staff/cycles', requireSignIn);

  router.get(deskPaths.new.pattern, async (req, res) => {
    const place = await placeOf(deps, res, req.params);
    const raw = { choice_1: place.collaborative.id, language: requestContext(res).locale };
    await showEntry(deps, res, place, { answers: {}, apart: {}, constituency: null, errors: {}, raw }, []);
  });

  router.post(deskPaths.new.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const place = await placeOf(deps, res, req.params);
    const { cycle, collaborative, form } = place;
    const asked = questionsOf(form).find(({ kind }) => kind === 'school');
    const schools = asked === undefined ? [] : await searchSchools(deps.reads, rawText(rawForm(req.body), asked.key));
    const entry = readEntry(form, req.body, { collaborativeIds: cycle.collaborativeIds, schools });
    if (Object.keys(entry.errors).length > 0) {
      await showEntry(deps, res, place, entry, schools);
      return;
    }
    const application = await enterApplication(deps, actor, { cycleId: cycle.id, collaborativeId: collaborative.id, ...entry });
    setFlash(req, t('applications.entry.done', { reference: application.reference }));
    res.redirect(303, deskPaths.show({ ref: application.reference }));
  });

  return router;
}

async function placeOf(deps: Deps, res: Response, params: { readonly code: string; readonly slug: string }): Promise<Place> {
  const collaborative = await getCollaborativeBySlug(deps.reads, params.slug);
  authorize(applicationPolicy.enter(requestContext(res).actor, collaborative.id));
  const cycle = await getCycleByCode(deps.reads, params.code);
  return { cycle, collaborative, form: await getForm(deps.reads, cycle.formId) };
}

async function showEntry(deps: Deps, res: Response, place: Place, entry: Entry, schools: readonly School[]): Promise<void> {
  const { t } = requestContext(res);
  const { constituency, raw, errors } = entry;
  const choices = await listChoices(deps.reads, place.cycle);
  const isRefused = Object.keys(errors).length > 0;
  const view = entryView(t, { ...place, state: { raw, errors }, constituency, choices, schools });
  renderPage(res, 'applications/entry', { ...view, district: place.collaborative.slug }, isRefused ? 422 : 200);
}
