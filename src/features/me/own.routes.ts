import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { newToken } from '../../lib/secret';
import { plusElapsed } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { loadSessionActor } from '../accounts';
import { listForCalendar, publishedCalendar } from '../meetings';
import { deleteFeed, findFeed, findFeedOwner, saveFeed } from './feed.queries';
import { getMyMail, listMyMails } from './mails.queries';
import { mePaths } from './me.paths';
import { myCalendarView, myMailsView, myMailView } from './own.views';

/** A person's private calendar, and what was sent to them. */
export function ownRoutes(deps: Deps): Router {
  const router = Router();
  router.use([mePaths.calendar.pattern, mePaths.mails.pattern], requireSignIn);
  router.get(mePaths.calendar.pattern, async (_req, res) => {
    const madeAt = await findFeed(deps.reads, signedIn(res).id);
    renderPage(res, 'me/calendar', myCalendarView(requestContext(res).t, { madeAt, address: null }));
  });
  router.post(mePaths.calendar.pattern, async (_req, res) => {
    const { t, now } = requestContext(res);
    const token = newToken(deps.random);
    await saveFeed(deps.db, signedIn(res).id, token, now);
    renderPage(res, 'me/calendar', myCalendarView(t, { madeAt: now, address: deps.baseUrl + mePaths.feed({ token }) }));
  });
  router.post(mePaths.calendarEnd.pattern, async (req, res) => {
    await deleteFeed(deps.db, signedIn(res).id);
    setFlash(req, requestContext(res).t('me.calendar.ended'));
    res.redirect(303, mePaths.calendar());
  });
  router.get(mePaths.feed.pattern, async (req, res) => sendFeed(deps, res, req.params.token));
  router.get(mePaths.mails.pattern, async (_req, res) => {
    renderPage(res, 'me/mails', myMailsView(requestContext(res).t, await listMyMails(deps.reads, signedIn(res).id)));
  });
  router.get(mePaths.mail.pattern, async (req, res) => {
    const mail = await getMyMail(deps.reads, signedIn(res).id, req.params.id, deps.config.secret);
    renderPage(res, 'me/mail', myMailView(requestContext(res).t, mail));
  });
  return router;
}

/** Every meeting of the collaboratives whose owner sits there today; what is called off says so. Needs no session: calendars have none. */
async function sendFeed(deps: Deps, res: Response, token: string): Promise<void> {
  const { now } = requestContext(res);
  const ownerId = await findFeedOwner(deps.reads, token);
  const owner = ownerId === undefined ? null : await loadSessionActor(deps, ownerId, now, []);
  if (owner === null) throw new NotFound();
  const t = deps.translate(owner.locale);
  const from = plusElapsed(now, { hours: -24 * 365 });
  const ids = [...new Set(owner.seats.map(({ collaborativeId }) => collaborativeId))];
  const found = (await Promise.all(ids.map((id) => listForCalendar(deps.reads, id, from)))).flat();
  const meetings = [...new Map(found.map((meeting) => [meeting.id, meeting])).values()];
  const text = publishedCalendar(meetings, t, { baseUrl: deps.baseUrl, config: deps.config, name: t('me.calendar.name') });
  res.set({ 'Cache-Control': 'private, max-age=900', 'Referrer-Policy': 'no-referrer' });
  res.type('text/calendar; charset=utf-8').send(text);
}
