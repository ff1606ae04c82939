import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import type { FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPerson } from '../accounts';
import { getApplication, getApplicationByReference, listCandidaciesOf } from '../applications';
import { getCollaborative, getCollaborativeBySlug, listCollaboratives } from '../collaboratives';
import { getCycle, getCycleByCode } from '../cycles';
import { answerReview, askForReview } from './procedure.actions';
import { parseOutcome, parseRequest } from './procedure.form';
import { procedurePaths } from './procedure.paths';
import { procedurePolicy } from './procedure.policy';
import { getProcedureReview, listInvolved, listRequests, listReviewsOfApplication } from './procedure.queries';
import { procedureAskView, procedureListView, procedureView } from './procedure.views';

type ByReference = Request<{ ref: string }>;
type ById = Request<{ id: string }>;

/** Requests for a review of procedure: asked by refused applicants, answered by who had no part in the decision. */
export function procedureRoutes(deps: Deps): Router {
  const router = Router();
  askRoutes(deps, router);

  router.get(procedurePaths.list.pattern, requireSignIn, async (req: Request<{ code: string; slug: string }>, res) => {
    const { actor, t, now } = requestContext(res);
    const cycle = await getCycleByCode(deps.reads, req.params.code);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(procedurePolicy.view(actor, { collaborativeId: collaborative.id }));
    if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
    const requests = await listRequests(deps.reads, cycle.id, collaborative.id);
    renderPage(res, 'offers/procedure-list', procedureListView(t, { cycle, collaborative, requests, now }));
  });

  router.get(procedurePaths.show.pattern, requireSignIn, (req: ById, res) => showRequest(deps, req, res, null));

  router.post(procedurePaths.answer.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseOutcome(req.body);
    if (!parsed.ok) return showRequest(deps, req, res, parsed);
    await answerReview(deps, actor, { id: req.params.id, ...parsed.values });
    setFlash(req, t('offers.procedure.answered'));
    res.redirect(303, procedurePaths.show(req.params));
  });

  return router;
}

function askRoutes(deps: Deps, router: Router): void {
  router.get(procedurePaths.ask.pattern, (req: ByReference, res) => showAsk(deps, req, res, null));

  router.post(procedurePaths.ask.pattern, async (req: ByReference, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseRequest(req.body);
    if (!parsed.ok) return showAsk(deps, req, res, parsed);
    const { candidacy, words } = parsed.values;
    await askForReview(deps, actor, { reference: req.params.ref, candidacyId: candidacy, words });
    setFlash(req, t('offers.procedure.sent'));
    res.redirect(303, procedurePaths.ask(req.params));
  });
}

async function showAsk(deps: Deps, req: ByReference, res: Response, state: FormState | null): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const db = deps.reads;
  const application = await getApplicationByReference(db, req.params.ref);
  const candidacies = await listCandidaciesOf(db, application.id);
  const collaborativeIds = candidacies.map((one) => one.collaborativeId);
  conceal(procedurePolicy.ask(actor, { applicationId: application.id, applicantId: application.personId, collaborativeIds }));
  const view = procedureAskView(t, {
    application,
    candidacies,
    state,
    now,
    cycle: await getCycle(db, application.cycleId),
    names: new Map((await listCollaboratives(db)).map((one) => [one.id, inLocale(one.name, t.locale)])),
    reviews: await listReviewsOfApplication(db, application.id),
  });
  res.set('Cache-Control', 'no-store');
  renderPage(res, 'offers/procedure-ask', view, state === null ? 200 : 422);
}

async function showRequest(deps: Deps, req: ById, res: Response, state: FormState | null): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const db = deps.reads;
  const review = await getProcedureReview(db, req.params.id);
  conceal(procedurePolicy.view(actor, review));
  const view = procedureView(t, {
    review,
    state,
    now,
    application: await getApplication(db, review.applicationId),
    cycle: await getCycle(db, review.cycleId),
    collaborative: await getCollaborative(db, review.collaborativeId),
    answeredBy: review.answeredBy === null ? null : ((await findPerson(db, review.answeredBy))?.name ?? null),
    mayAnswer: procedurePolicy.answer(actor, { ...review, involved: await listInvolved(db, review) }).allowed,
  });
  renderPage(res, 'offers/procedure', view, state === null ? 200 : 422);
}
