import { Router, type Request, type Response } from 'express';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { conceal } from '../../lib/policy';
import { plusElapsed, type Instant } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { errorSummary, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { bodyOf } from './bodies.queries';
import { noDocuments } from './document';
import { listDocuments } from './document.queries';
import { answerMeeting } from './meeting.actions';
import { publishedCalendar } from './meeting-calendar.views';
import { meetingListView } from './meeting-list.views';
import type { RemoteUses } from './just-cause';
import { loadRemoteUses } from './just-cause.queries';
import { parseRsvp, refusedRsvp } from './meeting.form';
import { calendarFile, meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { getMeeting, listForCalendar, listMeetings } from './meeting.queries';
import { isLive, type Meeting } from './meeting';
import { showMeetingView, type Expected } from './meeting.views';
import { listRecordings } from './recording.queries';
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

  router.post(meetingPaths.rsvp.pattern, (req, res) => takeRsvp({ ...deps, expectation }, req, res));

  return router;
}

type ShowDeps = Deps & { readonly expectation: LoadExpectation };

async function takeRsvp(deps: ShowDeps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const parsed = parseRsvp(req.body);
  if (!parsed.ok) {
    await showMeeting(deps, res, id, parsed);
    return;
  }
  const problem = await answerMeeting(deps, signedIn(res), { meetingId: id, ...parsed.values });
  if (problem !== null) {
    await showMeeting(deps, res, id, refusedRsvp(parsed.raw, problem));
    return;
  }
  setFlash(req, requestContext(res).t('meetings.rsvp.saved'));
  res.redirect(303, meetingPaths.show({ id }));
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

async function showMeeting(deps: ShowDeps, res: Response, id: string, form?: FormState): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(actor, meeting));
  const collaborative = await bodyOf(deps.reads, meeting);
  const documents = (await listDocuments(deps.reads, [id])).get(id) ?? noDocuments;
  const recordings = await listRecordings(deps.reads, id);
  const own = actor.id === null ? undefined : await findRsvp(deps.reads, id, actor.id);
  const answers = meetingPolicy.run(actor, meeting).allowed ? await listRsvps(deps.reads, id) : null;
  const expected = answers === null ? null : await expectedAt(deps, meeting, now);
  const next = meeting.postponedTo === null ? null : await getMeeting(deps.reads, meeting.postponedTo);
  const remote = await remoteAt(deps, actor, meeting, collaborative);
  const parts = { t, actor, now, meeting, collaborative, documents, recordings, own, remote, next, answers, expected, origin: deps };
  const [errors, status] = form === undefined ? [null, 200] : [errorSummary(t, form.errors), 422];
  const view = showMeetingView(form === undefined ? parts : { ...parts, form });
  renderPage(res, 'meetings/show', { ...view, errorSummary: errors }, status);
}

/** For those who answer, and those who read the answers, while there is something to answer. */
function remoteAt(deps: Deps, actor: Actor, meeting: Meeting, { regime }: Collaborative): Promise<RemoteUses | null> {
  const sees = meetingPolicy.answer(actor, meeting).allowed || meetingPolicy.run(actor, meeting).allowed;
  return isLive(meeting) && sees ? loadRemoteUses(deps.reads, meeting, regime) : Promise.resolve(null);
}

/** Until the meeting begins; then the roll call tells. */
const expectedAt = (deps: ShowDeps, meeting: Meeting, now: Instant): Promise<Expected | null> =>
  isLive(meeting) && now < meeting.startsAt ? deps.expectation(deps.reads, meeting.id) : Promise.resolve(null);
