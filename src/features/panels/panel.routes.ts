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
import { getCollaborative } from '../collaboratives';
import { getCycle, getForm, getRubric } from '../cycles';
import {
  answersView,
  emptyTotal,
  listComments,
  listReviewsOf,
  listScores,
  namesInAnswers,
  panelMix,
  panelPolicy,
  reviewPaths,
  totalsFor,
} from '../reviews';
import { findFile, listFiles } from './file.queries';
import { fileView } from './file.views';
import { assign } from './assignment.actions';
import { addPanelist, removePanelist, saveLimits } from './member.actions';
import { parseLimits, parsePanelist } from './panel.form';
import { panelPaths } from './panel.paths';
import { panelView } from './panel.views';
import { listPanel } from './panelist.queries';
import { arrangedPanel } from './place.queries';

type Params = { code: string; slug: string };

/** Panels and assignment, for staff of the collaborative. */
export function panelRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reviewPaths.panel.pattern, requireSignIn, async (req: Request<Params>, res) => {
    await showPanel(deps, req, res, { form: blankForm(), status: 200 });
  });

  router.post(reviewPaths.addMember.pattern, requireSignIn, async (req: Request<Params>, res) => {
    const { actor } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    const parsed = parsePanelist(req.body);
    if (!parsed.ok) {
      await showPanel(deps, req, res, { form: parsed, status: 422 });
      return;
    }
    await addPanelist(deps, actor, panel, parsed.values);
    res.redirect(303, reviewPaths.panel(req.params));
  });

  memberRoutes(deps, router);
  fileRoutes(deps, router);
  return router;
}

function memberRoutes(deps: Deps, router: Router): void {
  router.post(reviewPaths.removeMember.pattern, requireSignIn, async (req: Request<Params & { id: string }>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    const count = await removePanelist(deps, actor, panel, req.params.id);
    setFlash(req, t('panels.removed', { count }));
    res.redirect(303, reviewPaths.panel(req.params));
  });

  router.post(panelPaths.limits.pattern, requireSignIn, async (req: Request<Params & { id: string }>, res) => {
    const { actor, t } = requestContext(res);
    const { panel } = await arrangedPanel(deps, actor, req.params);
    const parsed = parseLimits(req.body, req.params.id);
    if (!parsed.ok) {
      await showPanel(deps, req, res, { form: parsed, status: 422 });
      return;
    }
    await saveLimits(deps, actor, panel, { personId: req.params.id, limits: parsed.values });
    setFlash(req, t('common.saved'));
    res.redirect(303, reviewPaths.panel(req.params));
  });
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
      comments: await listComments(db, file.candidacyId),
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
  const { cycle, collaborative, panel } = await arrangedPanel(deps, actor, req.params);
  const [panelists, files] = [await listPanel(deps.reads, panel), await listFiles(deps.reads, panel)];
  const mix = await panelMix(deps.reads, cycle.id, collaborative.id);
  renderPage(res, 'panels/panel', panelView(t, { cycle, collaborative, panelists, files, mix }, shown.form), shown.status);
}
