import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { NotFound } from '../../lib/errors';
import { rawForm, rawList } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { answersForReview, formAnswered, getApplication } from '../applications';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getCycle, getCycleByCode, getForm, getRubric, type Cycle } from '../cycles';
import { answersView, emptyTotal, listReviewsOf, listScores, namesInAnswers, panelPolicy, reviewPaths, totalsFor } from '../reviews';
import { findFile, listFiles } from './file.queries';
import { fileView } from './file.views';
import { addPanelist, assign, assignAllEvenly, removePanelist } from './panel.actions';
import { parsePanelist } from './panel.form';
import { panelView } from './panel.views';
import { listPanel } from './panelist.queries';

type Params = { code: string; slug: string };

/** Panels and assignment, for staff of the collaborative. */
export function panelRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reviewPaths.panel.pattern, requireSignIn, async (req: Request<Params>, res) => {
    await showPanel(deps, req, res, { form: blankForm(), status: 200 });
  });

  router.post(reviewPaths.addMember.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { actor } = requestContext(res);
    const { panel } = await placeOf(deps, req.params);
    const parsed = parsePanelist(req.body);
    if (!parsed.ok) {
      await showPanel(deps, req, res, { form: parsed, status: 422 });
      return;
    }
    await addPanelist(deps, actor, panel, parsed.values);
    res.redirect(303, reviewPaths.panel(req.params));
  });

  router.post(reviewPaths.removeMember.pattern, requireSignIn, async (req: Request<Params & { id: string }>, res) => {
    const { panel } = await placeOf(deps, req.params);
    await removePanelist(deps, requestContext(res).actor, panel, req.params.id);
    res.redirect(303, reviewPaths.panel(req.params));
  });

  router.post(reviewPaths.assignEvenly.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await placeOf(deps, req.params);
    const count = await assignAllEvenly(deps, actor, panel);
    setFlash(req, t('reviews.panel.assigned', { count }));
    res.redirect(303, reviewPaths.panel(req.params));
  });

  fileRoutes(deps, router);
  return router;
}

function fileRoutes(deps: Deps, router: Router): void {
  router.get(reviewPaths.file.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    const { actor, t } = requestContext(res);
    const file = await findFile(deps.reads, req.params.id);
    if (file === undefined) throw new NotFound();
    conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
    const db = deps.reads;
    const cycle = await getCycle(db, file.cycleId);
    const application = await getApplication(db, file.applicationId);
    const reviews = await listReviewsOf(db, file.candidacyId);
    const totals = await totalsFor(db, file.cycleId, file.collaborativeId);
    const answers = answersForReview(application, await getForm(db, formAnswered(application, cycle)), { blind: false });
    const facts = {
      file,
      cycle,
      reviews,
      collaborative: await getCollaborative(db, file.collaborativeId),
      rubric: await getRubric(db, cycle.rubricId),
      panelists: await listPanel(db, file),
      scores: await listScores(
        db,
        reviews.map((review) => review.id),
      ),
      total: totals.find((total) => total.candidacyId === file.candidacyId) ?? emptyTotal(file.candidacyId),
      answers: answersView(t, answers, await namesInAnswers(db, application.answers)),
      timeline: timelineView(t, await listEvents(db, { kind: 'candidacy', id: file.candidacyId })),
    };
    renderPage(res, 'panels/file', fileView(t, facts));
  });

  router.post(reviewPaths.assign.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    const { actor, t } = requestContext(res);
    await assign(deps, actor, req.params.id, rawList(rawForm(req.body), 'reviewers'));
    setFlash(req, t('common.saved'));
    res.redirect(303, reviewPaths.file(req.params));
  });
}

async function showPanel(deps: Deps, req: Request<Params>, res: Response, shown: { form: FormState; status: number }): Promise<void> {
  const { actor, t } = requestContext(res);
  const { cycle, collaborative, panel } = await placeOf(deps, req.params);
  conceal(panelPolicy.manage(actor, panel));
  const [panelists, files] = [await listPanel(deps.reads, panel), await listFiles(deps.reads, panel)];
  renderPage(res, 'panels/panel', panelView(t, { cycle, collaborative, panelists, files }, shown.form), shown.status);
}

async function placeOf(
  deps: Deps,
  { code, slug }: Params,
): Promise<{ cycle: Cycle; collaborative: Collaborative; panel: { cycleId: string; collaborativeId: string } }> {
  const cycle = await getCycleByCode(deps.reads, code);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  return { cycle, collaborative, panel: { cycleId: cycle.id, collaborativeId: collaborative.id } };
}
