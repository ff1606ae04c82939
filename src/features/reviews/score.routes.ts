import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { rawForm, type FormErrors, type RawForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { listCollaboratives } from '../collaboratives';
import { getCycle, getRubric, listCycles } from '../cycles';
import { hasReadGuide } from './guide';
import { listPanelsOf } from './panel.queries';
import { guideView, queueView } from './queue.views';
import { acknowledge, completeReview, recuseFrom, saveDraft } from './review.actions';
import { missingIn, parseAcknowledgement, parseDraft, parseRecusal, rawDraft } from './review.form';
import { reviewPaths } from './review.paths';
import { reviewPolicy } from './review.policy';
import { countQueue, getReview, listScored, listScores, listToScore, type ReviewOfFile } from './review.queries';
import { loadScorePage } from './score-page.queries';
import { recusalView, scoreView } from './score.views';

type ById = Request<{ id: string }>;

/** A reviewer's own pages. */
export function scoreRoutes(deps: Deps): Router {
  const router = Router();
  queueRoutes(deps, router);

  router.get(reviewPaths.show.pattern, requireSignIn, async (req: ById, res) => {
    const review = await ownReview(deps, req, res);
    if (await mustReadGuide(deps, res)) {
      res.redirect(303, reviewPaths.guide());
      return;
    }
    const scores = (await listScores(deps.reads, [review.id])).get(review.id) ?? [];
    const raw = rawDraft({ scores, recommendation: review.recommendation, minutes: review.minutes, version: review.version });
    await showReview(deps, res, { review, state: blankForm(raw), status: 200 });
  });

  router.post(reviewPaths.draft.pattern, requireSignIn, async (req: ById, res) => {
    const { review, parsed } = await sentDraft(deps, req, res);
    if (!parsed.ok) {
      res.status(422).json({ errors: Object.keys(parsed.errors) });
      return;
    }
    const saved = await saveDraft(deps, requestContext(res).actor, review.id, parsed.values);
    res.json({ version: saved.version });
  });

  router.post(reviewPaths.completion.pattern, requireSignIn, async (req: ById, res) => {
    await sendReview(deps, req, res);
  });

  recusalRoutes(deps, router);
  return router;
}

function queueRoutes(deps: Deps, router: Router): void {
  router.get(reviewPaths.list.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const { id } = signedIn(res);
    if (await mustReadGuide(deps, res)) {
      res.redirect(303, reviewPaths.guide());
      return;
    }
    const after = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
    const db = deps.reads;
    const areas = new Map((await listCollaboratives(db)).map((one) => [one.id, inLocale(one.area, t.locale)]));
    const panels = new Set((await listPanelsOf(db, id)).map((panel) => panel.cycleId));
    const dates = (await listCycles(db))
      .filter((cycle) => panels.has(cycle.id) && cycle.status === 'in_review')
      .map((cycle) => cycle.reviewBy);
    const facts = { toScore: await listToScore(db, id), scored: await listScored(db, id, after), counts: await countQueue(db, id) };
    renderPage(res, 'reviews/list', queueView(t, { ...facts, areas, reviewBy: dates.sort()[0] ?? null, isFirstPage: after === undefined }));
  });

  router.get(reviewPaths.guide.pattern, requireSignIn, (_req, res) => {
    renderPage(res, 'reviews/guide', guideView(requestContext(res).t, blankForm()));
  });

  router.post(reviewPaths.acknowledge.pattern, requireSignIn, async (req, res) => {
    const { t } = requestContext(res);
    const parsed = parseAcknowledgement(req.body);
    if (!parsed.ok) {
      renderPage(res, 'reviews/guide', guideView(t, parsed), 422);
      return;
    }
    await acknowledge(deps, signedIn(res));
    res.redirect(303, reviewPaths.list());
  });
}

function recusalRoutes(deps: Deps, router: Router): void {
  router.get(reviewPaths.recusal.pattern, requireSignIn, async (req: ById, res) => {
    const review = await ownReview(deps, req, res);
    renderPage(res, 'reviews/recusal', recusalView(requestContext(res).t, review, blankForm()));
  });

  router.post(reviewPaths.recusal.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const review = await ownReview(deps, req, res);
    const parsed = parseRecusal(req.body);
    if (!parsed.ok) {
      renderPage(res, 'reviews/recusal', recusalView(t, review, parsed), 422);
      return;
    }
    await recuseFrom(deps, actor, review.id, parsed.values);
    setFlash(req, t('reviews.recusal.done'));
    res.redirect(303, reviewPaths.list());
  });
}

/** "Save and next", or only save when that button was pressed. */
async function sendReview(deps: Deps, req: ById, res: Response): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const { review, parsed, criteria } = await sentDraft(deps, req, res);
  if (!parsed.ok) return showReview(deps, res, { review, state: parsed, status: 422 });
  const stale = parsed.values.version !== review.version && review.status !== 'complete';
  if (stale) return showReview(deps, res, { review, state: fresh(review, parsed.raw), status: 409, notice: t('common.form.stale') });
  if (wantsDraft(req.body)) {
    await saveDraft(deps, actor, review.id, parsed.values);
    setFlash(req, t('common.saved'));
    res.redirect(303, reviewPaths.list());
    return;
  }
  const errors: FormErrors = missingIn(parsed.values, criteria);
  if (Object.keys(errors).length > 0) return showReview(deps, res, { review, state: { raw: parsed.raw, errors }, status: 422 });
  const next = await completeReview(deps, actor, review.id, parsed.values);
  setFlash(req, t('reviews.list.sent', await countQueue(deps.db, actor.id)));
  res.redirect(303, next === null ? reviewPaths.list() : reviewPaths.show({ id: next }));
}

const fresh = (review: ReviewOfFile, raw: RawForm): FormState => ({ raw: { ...raw, version: String(review.version) }, errors: {} });

const wantsDraft = (body: unknown): boolean => typeof body === 'object' && body !== null && 'do' in body && body.do === 'draft';

async function sentDraft(deps: Deps, req: ById, res: Response) {
  const review = await ownReview(deps, req, res);
  if (review.status === 'complete') throw new Conflict('reviews.errors.locked');
  const cycle = await getCycle(deps.reads, review.cycleId);
  const criteria = (await getRubric(deps.reads, cycle.rubricId)).criteria.map((criterion) => criterion.key);
  return { review, criteria, parsed: parseDraft(rawForm(req.body), criteria) };
}

interface Shown {
  readonly review: ReviewOfFile;
  readonly state: FormState;
  readonly status: number;
  readonly notice?: string;
}

async function showReview(deps: Deps, res: Response, { review, state, status, notice = '' }: Shown): Promise<void> {
  const { actor, t } = requestContext(res);
  const page = await loadScorePage(deps.reads, actor, review);
  renderPage(res, 'reviews/show', scoreView(t, page, { state, notice: notice === '' ? null : notice }), status);
}

async function ownReview(deps: Deps, req: ById, res: Response): Promise<ReviewOfFile> {
  const review = await getReview(deps.reads, req.params.id);
  conceal(reviewPolicy.view(requestContext(res).actor, review));
  return review;
}

async function mustReadGuide(deps: Deps, res: Response): Promise<boolean> {
  const panels = await listPanelsOf(deps.reads, signedIn(res).id);
  return panels.some((panel) => !hasReadGuide(panel));
}
