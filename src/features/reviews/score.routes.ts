import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { formatTime } from '../../i18n/format';
import { NotFound } from '../../lib/errors';
import { rawForm, rawText, type FormErrors, type RawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { sendDownload } from '../../web/downloads';
import { blankForm, type FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCycle, getRubric } from '../cycles';
import { addComment } from './comment.actions';
import { mustReadGuide } from './queue.routes';
import { recusalView } from './recusal.views';
import { completeReview, recuseFrom, saveDraft } from './review.actions';
import { missingIn, parseComment, parseDraft, parseRecusal, rawDraft } from './review.form';
import { reviewPaths } from './review.paths';
import { reviewPolicy } from './review.policy';
import { countQueue, getReview, listScores, type ReviewOfFile } from './review.queries';
import { loadScorePage } from './score-page.queries';
import { scoreView } from './score.views';

type ById = Request<{ id: string }>;

/** A reviewer's page of one file. */
export function scoreRoutes(deps: Deps): Router {
  const router = Router();

  router.get(reviewPaths.show.pattern, requireSignIn, async (req: ById, res) => {
    const review = await ownReview(deps, req, res);
    if (await mustReadGuide(deps, res)) {
      res.redirect(303, reviewPaths.guide());
      return;
    }
    const scores = (await listScores(deps.reads, [review.id])).get(review.id) ?? [];
    const { recommendation, minutes, version } = review;
    await showReview(deps, res, { review, state: blankForm(rawDraft({ scores, recommendation, minutes, version })), status: 200 });
  });

  router.post(reviewPaths.draft.pattern, requireSignIn, async (req: ById, res) => {
    const { review, parsed } = await sentDraft(deps, req, res);
    if (!parsed.ok) {
      res.status(422).json({ errors: Object.keys(parsed.errors) });
      return;
    }
    const saved = await saveDraft(deps, requestContext(res).actor, review.id, parsed.values);
    res.json({ version: saved.version, at: formatTime(requestContext(res).t.locale, deps.clock.now()) });
  });

  router.post(reviewPaths.completion.pattern, requireSignIn, async (req: ById, res) => {
    await sendReview(deps, req, res);
  });

  router.get(reviewPaths.paper.pattern, requireSignIn, async (req: Request<{ id: string; file: string }>, res) => {
    const { files } = await loadScorePage(deps.reads, requestContext(res).actor, await ownReview(deps, req, res));
    const file = files.find(({ id }) => id === req.params.file);
    if (file === undefined) throw new NotFound();
    await sendDownload(deps, res, file);
  });

  commentRoutes(deps, router);
  recusalRoutes(deps, router);
  return router;
}

function commentRoutes(deps: Deps, router: Router): void {
  router.post(reviewPaths.comment.pattern, requireSignIn, async (req: ById, res) => {
    const review = await ownReview(deps, req, res);
    const parsed = parseComment(req.body);
    if (!parsed.ok) {
      await showReview(deps, res, { review, state: parsed, status: 422 });
      return;
    }
    await addComment(deps, signedIn(res), review.id, parsed.values.comment);
    setFlash(req, requestContext(res).t('reviews.comments.added'));
    res.redirect(303, reviewPaths.show(req.params));
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

/** "Save and next", or only save when that button was pressed. What was typed into an older form is given back. */
async function sendReview(deps: Deps, req: ById, res: Response): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const { review, parsed, criteria } = await sentDraft(deps, req, res);
  if (rawText(parsed.raw, 'version') !== String(review.version)) {
    const notice = t(review.status === 'complete' ? 'reviews.show.lockedMeanwhile' : 'reviews.show.savedMeanwhile');
    return showReview(deps, res, { review, state: fresh(review, parsed.raw), status: 409, notice, isStale: true });
  }
  if (!parsed.ok) return showReview(deps, res, { review, state: parsed, status: 422 });
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
  const cycle = await getCycle(deps.reads, review.cycleId);
  const criteria = (await getRubric(deps.reads, cycle.rubricId)).criteria.map((criterion) => criterion.key);
  return { review, criteria, parsed: parseDraft(rawForm(req.body), criteria) };
}

interface Showing {
  readonly review: ReviewOfFile;
  readonly state: FormState;
  readonly status: number;
  readonly notice?: string;
  readonly isStale?: boolean;
}

async function showReview(deps: Deps, res: Response, showing: Showing): Promise<void> {
  const { review, state, status, notice = null, isStale = false } = showing;
  const { actor, t } = requestContext(res);
  const page = await loadScorePage(deps.reads, actor, review);
  renderPage(res, 'reviews/show', scoreView(t, page, { state, notice, isStale }), status);
}

async function ownReview(deps: Deps, req: ById, res: Response): Promise<ReviewOfFile> {
  const review = await getReview(deps.reads, req.params.id);
  conceal(reviewPolicy.view(requestContext(res).actor, review));
  return review;
}
