import { Router, type Response } from 'express';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { plusElapsed, type Instant } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { errorSummary, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { noDocuments } from './document';
import { listDocuments } from './document.queries';
import { answerMeeting } from './meeting.actions';
import { publishedCalendar } from './meeting-calendar.views';
import { meetingListView } from './meeting-list.views';
import { parseRsvp } from './meeting.form';
import { calendarFile, meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { getMeeting, listForCalendar, listMeetings } from './meeting.queries';
import { isLive, type Meeting } from './meeting';
import { showMeetingView, type Expected } from './meeting.views';
import { findRsvp, listRsvps } from './rsvp.queries';

/** How the quorum of a meeting to come stands by the answers. */
export type LoadExpectation = (db: Db, meetingId: string) => Promise<Expected>;

/** The public pages of meetings, their calendar files, and the members' answers. */
export function publicMeetingRoutes(deps: Deps, expectation: LoadExpectation): Router {
  const router = Router();
  router.use(meetingPaths.rsvp.pattern, requireSignIn);
  calendarRoutes(deps, router);

  router.get(meetingPaths.listFor.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const cursor = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const upcoming = await listMeetings(deps.reads, collaborative.id, now, { when: 'upcoming' });
    const past = await listMeetings(deps.reads, collaborative.id, now, { when: 'past', cursor, size: 20 });
    const documents = await listDocuments(
      deps.reads,
      [...upcoming.rows, ...past.rows].map(({ id }) => id),
    );
    const parts = { collaborative, upcoming: upcoming.rows, past, documents, isFirstPage: cursor === undefined, baseUrl: deps.baseUrl };
    renderPage(res, 'meetings/list', meetingListView(t, parts));
  });

  router.get(meetingPaths.show.pattern, (req, res) => showMeeting({ ...deps, expectation }, res, req.params.id));

  router.post(meetingPaths.rsvp.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const actor = signedIn(res);
    const { id } = req.params;
    const parsed = parseRsvp(req.body);
    if (!parsed.ok) {
      await showMeeting({ ...deps, expectation }, res, id, parsed);
      return;
    }
    await answerMeeting(deps, actor, { meetingId: id, ...parsed.values });
    setFlash(req, t('meetings.rsvp.saved'));
    res.redirect(303, meetingPaths.show({ id }));
  });

  return router;
}

function calendarRoutes(deps: Deps, router: Router): void {
  router.get(calendarFile.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const meeting = await getMeeting(deps.reads, req.params.id);
    conceal(meetingPolicy.view(actor, meeting));
    sendCalendar(res, publishedCalendar([meeting], t, deps));
  });

  router.get(meetingPaths.calendarFor.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const meetings = await listForCalendar(deps.reads, collaborative.id, plusElapsed(now, { hours: -24 * 365 }));
    sendCalendar(res, publishedCalendar(meetings, t, { baseUrl: deps.baseUrl, config: deps.config, collaborative }));
  });
}

/** Other sites may read it (reliability.md 4.1). What somebody signed in sees may be a draft: no cache keeps that. */
export function sendCalendar(res: Response, text: string): void {
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=900');
  res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' });
  res.type('text/calendar; charset=utf-8').send(text);
}

async function showMeeting(
  deps: Deps & { readonly expectation: LoadExpectation },
  res: Response,
  id: string,
  form?: FormState,
): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(actor, meeting));
  const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
  const documents = (await listDocuments(deps.reads, [id])).get(id) ?? noDocuments;
  const own = actor.id === null ? undefined : await findRsvp(deps.reads, id, actor.id);
  const answers = meetingPolicy.run(actor, meeting).allowed ? await listRsvps(deps.reads, id) : null;
  const expected = answers === null ? null : await expectedAt(deps, meeting, now);
  const next = meeting.postponedTo === null ? null : await getMeeting(deps.reads, meeting.postponedTo);
  const parts = { t, actor, now, meeting, collaborative, documents, own, next, answers, expected, origin: deps };
  const [errors, status] = form === undefined ? [null, 200] : [errorSummary(t, form.errors), 422];
  const view = showMeetingView(form === undefined ? parts : { ...parts, form });
  renderPage(res, 'meetings/show', { ...view, errorSummary: errors }, status);
}

/** Until the meeting begins; then the roll call tells. */
const expectedAt = (deps: Deps & { readonly expectation: LoadExpectation }, meeting: Meeting, now: Instant): Promise<Expected | null> =>
  isLive(meeting) && now < meeting.startsAt ? deps.expectation(deps.reads, meeting.id) : Promise.resolve(null);
