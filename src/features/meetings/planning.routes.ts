import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { RawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf, type Instant } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug, listCollaboratives, type Collaborative } from '../collaboratives';
import { slotOf } from './conflict';
import { warningsBefore } from './conflict.actions';
import type { Warnings } from './conflict.views';
import { bodiesOf, calendarChanges, type Meeting, type MeetingPlan } from './meeting';
import { cancelMeeting, changeMeeting, planMeeting, type Changed, type WhenPlanned } from './meeting.actions';
import { cancelView, planLike, scheduleView, usualPlan } from './meeting-form.views';
import { staffListView } from './meeting-list.views';
import type { MessageKey } from '../../i18n/keys';
import { parseCancellation, parsePlan, parseTogether, parseVersion, rawPlan, versionOf, wantsDraft } from './meeting.form';
import { priorityPolicy } from '../priorities';
import { meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { findLastMeeting, getMeeting, listMeetings } from './meeting.queries';
import { listSeries } from './series.queries';

/** Staff pages: the list, scheduling, changing, calling off. */
export function planningRoutes(deps: Deps, whenPlanned: readonly WhenPlanned[]): Router {
  const router = Router();
  router.use(['/staff/:slug/meetings', '/meetings/:id/schedule', '/meetings/:id/scheduling', '/meetings/:id/cancellation'], requireSignIn);
  listRoutes(deps, router);
  makeRoute(deps, router, whenPlanned);
  changeRoutes(deps, router);
  saveRoute(deps, router);
  cancelRoutes(deps, router);
  return router;
}

function listRoutes(deps: Deps, router: Router): void {
  router.get(meetingPaths.staffList.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(meetingPolicy.schedule(actor, collaborative.id));
    const cursor = typeof req.query['after'] === 'string' ? req.query['after'] : undefined;
    const page = await listMeetings(deps.reads, collaborative.id, now, { withDrafts: true, cursor });
    const series = await listSeries(deps.reads, collaborative.id, dateOf(now));
    renderPage(
      res,
      'meetings/staff-list',
      staffListView(t, {
        collaborative,
        page,
        series,
        isFirstPage: cursor === undefined,
        mayPrioritize: priorityPolicy.edit(actor, collaborative.id).allowed,
      }),
    );
  });

  router.get(meetingPaths.staffNew.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(meetingPolicy.schedule(actor, collaborative.id));
    const like = await likeOf(deps, collaborative, req.query['like'], now);
    const state = blankForm(like === undefined ? usualPlan(collaborative, deps.translate, now) : planLike(like, now));
    await showSchedule(deps, res, { collaborative, state, meeting: null });
  });
}

function makeRoute(deps: Deps, router: Router, whenPlanned: readonly WhenPlanned[]): void {
  router.post(meetingPaths.staffList.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(meetingPolicy.schedule(actor, collaborative.id));
    const parsed = parsePlan(req.body, now);
    if (!parsed.ok) {
      await showSchedule(deps, res, { collaborative, state: parsed, meeting: null }, 422);
      return;
    }
    const asDraft = wantsDraft(req.body);
    const withBodies = parseTogether(req.body, await collaborativeIds(deps), collaborative.id);
    const slot = slotOf(parsed.values, [collaborative.id, ...withBodies], null);
    const warnings = asDraft ? null : await warningsBefore(deps.reads, t, slot, { raw: parsed.raw, now });
    if (warnings !== null) {
      await showSchedule(deps, res, { collaborative, state: blankForm(parsed.raw), meeting: null, warnings }, 422);
      return;
    }
    const like = await likeOf(deps, collaborative, parsed.raw['like'], now);
    const wanted = { collaborativeId: collaborative.id, withBodies, plan: parsed.values, asDraft, like };
    const meeting = await planMeeting(deps, actor, wanted, whenPlanned);
    setFlash(req, asDraft ? t('meetings.form.drafted') : t('meetings.form.scheduled'));
    res.redirect(303, meetingPaths.show({ id: meeting.id }));
  });
}

const collaborativeIds = async (deps: Deps): Promise<string[]> => (await listCollaboratives(deps.reads)).map(({ id }) => id);

async function showSchedule(deps: Deps, res: Response, parts: Omit<Parameters<typeof scheduleView>[1], 'bodies'>, status = 200) {
  const bodies = await listCollaboratives(deps.reads);
  renderPage(res, 'meetings/schedule', scheduleView(requestContext(res).t, { ...parts, bodies }), status);
}

/** The meeting another is filled in from, of the same collaborative: by its id, or the last there was. */
async function likeOf(deps: Deps, { id }: Collaborative, asked: unknown, now: Instant): Promise<Meeting | undefined> {
  if (typeof asked !== 'string' || asked === '') return undefined;
  if (asked === 'last') return findLastMeeting(deps.reads, id, now);
  const meeting = await getMeeting(deps.reads, asked);
  if (meeting.collaborativeId !== id) throw new NotFound();
  return meeting;
}

/** Asked only where time or place changed: words are corrected without being asked again. */
async function changeWarnings(
  deps: Deps,
  res: Response,
  meeting: Meeting,
  parsed: { values: MeetingPlan; raw: RawForm },
): Promise<Warnings | null> {
  const { t, now } = requestContext(res);
  if (calendarChanges(meeting, parsed.values).length === 0) return null;
  return warningsBefore(deps.reads, t, slotOf(parsed.values, bodiesOf(meeting), meeting.id), { raw: parsed.raw, now });
}

function changeRoutes(deps: Deps, router: Router): void {
  router.get(meetingPaths.schedule.pattern, async (req, res) => {
    const { actor } = requestContext(res);
    const meeting = await getMeeting(deps.reads, req.params.id);
    conceal(meetingPolicy.schedule(actor, meeting.collaborativeId));
    const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
    const asSpecial = req.query['kind'] === 'special' ? { kind: 'special' } : {};
    const state = blankForm({ ...rawPlan(meeting), with: [...meeting.withBodies], ...asSpecial });
    await showSchedule(deps, res, { collaborative, state, meeting });
  });
}

function saveRoute(deps: Deps, router: Router): void {
  router.post(meetingPaths.scheduling.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const { id } = req.params;
    const meeting = await getMeeting(deps.reads, id);
    conceal(meetingPolicy.schedule(actor, meeting.collaborativeId));
    const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
    const parsed = parsePlan(req.body, now);
    const version = parseVersion(req.body);
    if (!parsed.ok || !version.ok) {
      const state = { raw: parsed.raw, errors: parsed.ok ? {} : parsed.errors };
      await showSchedule(deps, res, { collaborative, state, meeting }, 422);
      return;
    }
    const withBodies = parseTogether(req.body, await collaborativeIds(deps), meeting.collaborativeId);
    const warnings = await changeWarnings(deps, res, meeting.status === 'draft' ? { ...meeting, withBodies } : meeting, parsed);
    if (warnings !== null) {
      await showSchedule(deps, res, { collaborative, state: blankForm(parsed.raw), meeting, warnings }, 422);
      return;
    }
    const change = { id, version: version.values.version, plan: parsed.values, withBodies, schedules: !wantsDraft(req.body) };
    const changed = await changeMeeting(deps, actor, change);
    if (changed.kind === 'stale') {
      const state = { raw: parsed.raw, errors: {} };
      await showSchedule(deps, res, { collaborative, state, meeting, stale: changed.meeting }, 409);
      return;
    }
    setFlash(req, t(wordOf(changed)));
    res.redirect(303, meetingPaths.show({ id }));
  });
}

function cancelRoutes(deps: Deps, router: Router): void {
  router.get(meetingPaths.cancellation.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const meeting = await getMeeting(deps.reads, req.params.id);
    conceal(meetingPolicy.schedule(actor, meeting.collaborativeId));
    const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
    renderPage(res, 'meetings/cancel', cancelView(t, meeting, collaborative, blankForm({ version: versionOf(meeting) })));
  });

  router.post(meetingPaths.cancellation.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const { id } = req.params;
    const parsed = parseCancellation(req.body);
    if (!parsed.ok) {
      const meeting = await getMeeting(deps.reads, id);
      conceal(meetingPolicy.schedule(actor, meeting.collaborativeId));
      const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
      const state = { raw: { ...parsed.raw, version: versionOf(meeting) }, errors: parsed.errors };
      renderPage(res, 'meetings/cancel', cancelView(t, meeting, collaborative, state), 422);
      return;
    }
    await cancelMeeting(deps, actor, { id, ...parsed.values });
    setFlash(req, t('meetings.cancel.done'));
    res.redirect(303, meetingPaths.show({ id }));
  });
}

type Saved = Extract<Changed, { kind: 'saved' }>;
type Word = 'scheduled' | 'drafted' | 'mustRepost' | 'changed' | 'changedQuietly';

function wordOf({ before, meeting }: Saved): `meetings.form.${Word}` & MessageKey {
  if (meeting.status === 'draft') return 'meetings.form.drafted';
  if (before.status === 'draft') return 'meetings.form.scheduled';
  if (before.status === 'posted' && meeting.status === 'scheduled') return 'meetings.form.mustRepost';
  return meeting.sequence > before.sequence ? 'meetings.form.changed' : 'meetings.form.changedQuietly';
}
