import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { dateOf } from '../../lib/time';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { findCollaborativeBySlug, getCollaborativeBySlug, listCollaboratives, type Collaborative } from '../collaboratives';
import { atomFeed } from './feed.views';
import {
  askToFollow,
  confirmFollowing,
  contentOf,
  followerBy,
  leave,
  linkFor,
  nameOf,
  openConfirmation,
  saveChoices,
} from './following.actions';
import { parseFollow, readSubject, writeSubject } from './following.form';
import { followPaths } from './following.paths';
import { choicesView, confirmedView, confirmView, fieldOf, followView, leaveView, leftView, offered, sentView } from './following.views';
import { listLatestNews } from './news.queries';

type Word = ReturnType<typeof sentView>;

/** Following without an account: asking, proving the address, choosing, leaving; and the feeds. A link only looks; its button does it. */
export function followingRoutes(deps: Deps): Router {
  const router = Router();

  router.get(followPaths.page.pattern, async (req, res) => {
    const { what, c } = req.query;
    const body = typeof c === 'string' ? await findCollaborativeBySlug(deps.reads, c) : undefined;
    const chosen = body === undefined ? readSubject(what) : { kind: 'collaborative' as const, id: body.id };
    const raw = { what: writeSubject(chosen ?? { kind: 'all', id: 'all' }), frequency: 'at_once' };
    await showForm(deps, res, blankForm({ ...raw, email: requestContext(res).actor.email ?? '' }));
  });

  router.post(followPaths.page.pattern, (req, res) => ask(deps, req, res));

  router.get(followPaths.sent.pattern, (_req, res) => {
    show(res, sentView(requestContext(res).t));
  });

  linkRoutes(router, deps);
  choiceRoutes(router, deps);
  feedRoutes(router, deps);
  return router;
}

function linkRoutes(router: Router, deps: Deps): void {
  router.get(followPaths.confirm.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { token } = req.params;
    show(res, confirmView(t, await nameOf(deps.reads, t, openConfirmation(deps, token)), token));
  });

  router.post(followPaths.confirm.pattern, async (req, res) => {
    show(res, confirmedView(requestContext(res).t, await confirmFollowing(deps, req.params.token)));
  });

  router.get(followPaths.leave.pattern, (req, res) => {
    contentOf(deps, 'leave', req.params.token);
    show(res, leaveView(requestContext(res).t, req.params.token));
  });

  router.post(followPaths.leave.pattern, async (req, res) => {
    await leave(deps, req.params.token);
    show(res, leftView(requestContext(res).t));
  });
}

function choiceRoutes(router: Router, deps: Deps): void {
  router.get(followPaths.choices.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { token } = req.params;
    const { follower, followings } = await followerBy(deps, token);
    const named = [];
    for (const following of followings)
      named.push({ ...following, name: await nameOf(deps.reads, t, following).catch(() => t('following.what.gone')) });
    secret(res);
    renderPage(res, 'following/choices', choicesView(t, { token, followings: named, leave: linkFor(deps, 'leave', follower.id) }));
  });

  router.post(followPaths.choices.pattern, async (req, res) => {
    const raw = rawForm(req.body);
    const goesOn = await saveChoices(deps, req.params.token, (id) => rawText(raw, fieldOf(id)));
    if (goesOn) res.redirect(303, followPaths.choices(req.params));
    else show(res, leftView(requestContext(res).t));
  });
}

const mostInFeed = 40;

function feedRoutes(router: Router, deps: Deps): void {
  router.get(followPaths.feed.pattern, (_req, res) => sendFeed(deps, res, null));

  router.get(followPaths.feedOf.pattern, async (req, res) => {
    await sendFeed(deps, res, await getCollaborativeBySlug(deps.reads, req.params.c));
  });
}

async function sendFeed(deps: Deps, res: Response, collaborative: Collaborative | null): Promise<void> {
  const { t, now } = requestContext(res);
  const news = await listLatestNews(deps.reads, collaborative?.id ?? null, mostInFeed);
  const address = collaborative === null ? followPaths.feed() : followPaths.feedOf({ c: collaborative.slug });
  res.type('application/atom+xml; charset=utf-8').send(atomFeed(t, { collaborative, news, baseUrl: deps.baseUrl, address, now }));
}

/** The answer is the same whoever asks: nobody learns whether an address follows anything already. */
async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const { locale } = requestContext(res);
  if (isFromProgram(req.body)) {
    res.redirect(303, followPaths.sent());
    return;
  }
  const typed = rawText(rawForm(req.body), 'what');
  const form = parseFollow(
    req.body,
    (await optionsFor(deps, res, typed)).map(([value]) => value),
  );
  const subject = readSubject(typed);
  if (!form.ok || subject === null) {
    await showForm(deps, res, form.ok ? blankForm(form.raw) : form, 422);
    return;
  }
  const { email, frequency } = form.values;
  await limit(deps, { name: 'follow', key: req.ip ?? '', points: 20, seconds: 3600 });
  await limit(deps, { name: 'follow-address', key: email, points: 5, seconds: 3600 });
  await askToFollow(deps, { ...subject, email, frequency, locale, at: deps.clock.now() });
  res.redirect(303, followPaths.sent());
}

/** What can be chosen; a note only where the reader came from its page. */
async function optionsFor(deps: Deps, res: Response, what: string): Promise<[string, string][]> {
  const { t, now } = requestContext(res);
  const subject = readSubject(what);
  const isNote = subject?.kind === 'note';
  const note = isNote ? { value: writeSubject(subject), text: await nameOf(deps.reads, t, subject) } : null;
  return offered(t, await listCollaboratives(deps.reads, dateOf(now)), note);
}

async function showForm(deps: Deps, res: Response, state: FormState, status = 200): Promise<void> {
  const { t } = requestContext(res);
  const options = await optionsFor(deps, res, rawText(state.raw, 'what'));
  renderPage(res, 'following/follow', followView(t, options, state), status);
}

function show(res: Response, view: Word): void {
  secret(res);
  renderPage(res, 'following/word', view);
}

/** The address of such a page is a secret. */
const secret = (res: Response): void => {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
};
