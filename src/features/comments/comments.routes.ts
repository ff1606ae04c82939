import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { meetingPolicy } from '../meetings';
import { takesComments, type HoldReason } from './comment';
import { checkComment, sendComment } from './comment.actions';
import { commentLanguages, general, holdFields, parseComment, publishFields } from './comment.form';
import { commentPaths } from './comment.paths';
import { getComment, listComments } from './comment.queries';
import { itemsToComment, sentView, writeView } from './comment.views';
import { placeOf } from './place.routes';
import { commentDeskView, commentShowView } from './desk.views';

/** Comments on a meeting: written by anyone, looked at by staff. */
export function commentRoutes(deps: Deps): Router {
  const router = Router();
  router.get(commentPaths.write.pattern, (req, res) => {
    const { locale } = requestContext(res);
    const language = commentLanguages.find((code) => code === locale) ?? 'en';
    return showForm(deps, res, req.params.id, blankForm({ language, item: general }));
  });
  router.post(commentPaths.write.pattern, (req, res) => takeComment(deps, req, res));
  router.get(commentPaths.sent.pattern, async (req, res) => {
    renderPage(res, 'comments/sent', sentView(await placeOf(deps, res, req.params.id)));
  });
  deskRoutes(router, deps);
  return router;
}

async function showForm(deps: Deps, res: Response, id: string, state: FormState, status = 200): Promise<void> {
  const place = await placeOf(deps, res, id);
  const isOpen = takesComments(place.meeting, place.collaborative.settings.commentHours, requestContext(res).now);
  renderPage(res, 'comments/write', writeView({ ...place, isOpen, state }), status);
}

async function takeComment(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor } = requestContext(res);
  const { id } = req.params;
  const { collaborative, posting } = await placeOf(deps, res, id);
  const items = itemsToComment(posting).map((item) => item.id);
  const form = parseComment(req.body, { items, words: collaborative.settings.commentWords });
  if (!form.ok) {
    await showForm(deps, res, id, form, 422);
    return;
  }
  const { item, text, language, name, email } = form.values;
  await limit(deps, { name: 'comment', key: req.ip ?? '', points: 10, seconds: 3600 });
  if (email !== '') await limit(deps, { name: 'comment-address', key: email, points: 5, seconds: 3600 });
  await sendComment(deps, actor, { meetingId: id, itemId: item === general ? null : item, name, email, locale: language, text });
  res.redirect(303, commentPaths.sent({ id }));
}

function deskRoutes(router: Router, deps: Deps): void {
  router.use(commentPaths.desk.pattern, requireSignIn);

  router.get(commentPaths.desk.pattern, async (req, res) => {
    const place = await deskPlace(deps, res, req.params.id);
    renderPage(res, 'comments/desk', commentDeskView(place, await listComments(deps.reads, place.meeting.id)));
  });

  router.get(commentPaths.show.pattern, (req, res) => showComment(deps, res, req.params, blankForm()));

  router.post(commentPaths.publication.pattern, async (req, res) => {
    await deskPlace(deps, res, req.params.id);
    const form = parseForm(publishFields, req.body);
    if (form.ok) await decide(deps, req, res, { version: form.values.version, reason: null });
    else await showComment(deps, res, req.params, form, 422);
  });

  router.post(commentPaths.hold.pattern, async (req, res) => {
    await deskPlace(deps, res, req.params.id);
    const form = parseForm(holdFields, req.body);
    if (form.ok) await decide(deps, req, res, form.values);
    else await showComment(deps, res, req.params, form, 422);
  });
}

type OneComment = Request<{ id: string; comment: string }>;

async function decide(deps: Deps, req: OneComment, res: Response, verdict: { version: number; reason: HoldReason | null }): Promise<void> {
  const { id, comment } = req.params;
  await checkComment(deps, signedIn(res), { meetingId: id, id: comment, ...verdict });
  setFlash(req, requestContext(res).t(verdict.reason === null ? 'comments.show.published' : 'comments.show.held'));
  res.redirect(303, commentPaths.desk({ id }));
}

async function deskPlace(deps: Deps, res: Response, id: string) {
  const place = await placeOf(deps, res, id);
  conceal(meetingPolicy.checkComments(requestContext(res).actor, place.meeting.collaborativeId));
  return place;
}

async function showComment(deps: Deps, res: Response, ids: OneComment['params'], state: FormState, status = 200): Promise<void> {
  const place = await deskPlace(deps, res, ids.id);
  const comment = await getComment(deps.reads, ids.id, ids.comment);
  renderPage(res, 'comments/show', commentShowView(place, comment, state), status);
}
