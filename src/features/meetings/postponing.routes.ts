import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative } from '../collaboratives';
import type { WhenPlanned } from './meeting.actions';
import { rawPlan, versionOf } from './meeting.form';
import { bodiesOf, mayPostpone, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { getMeeting } from './meeting.queries';
import { slotOf } from './conflict';
import { warningsBefore } from './conflict.actions';
import type { Warnings } from './conflict.views';
import { postponeMeeting } from './postponing.actions';
import { parsePostponement } from './postponing.form';
import { postponeView } from './postponing.views';

/** Putting a meeting off, to a day or to one still to be named. */
export function postponingRoutes(deps: Deps, whenPlanned: readonly WhenPlanned[]): Router {
  const router = Router();
  router.use(meetingPaths.postponement.pattern, requireSignIn);

  router.get(meetingPaths.postponement.pattern, async (req, res) => {
    const meeting = await postponable(deps, res, req.params.id);
    const { starts = '', ends = '' } = rawPlan(meeting);
    await show(deps, res, meeting, { state: blankForm({ starts, ends, version: versionOf(meeting), reason: meeting.cancelReason ?? '' }) });
  });

  router.post(meetingPaths.postponement.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const meeting = await postponable(deps, res, req.params.id);
    const parsed = parsePostponement(req.body, now);
    if (!parsed.ok) return show(deps, res, meeting, { state: parsed, status: 422 });
    const { to } = parsed.values;
    const warnings =
      to === null
        ? null
        : await warningsBefore(deps.reads, t, slotOf({ ...meeting, ...to }, bodiesOf(meeting), meeting.id), { raw: parsed.raw, now });
    if (warnings !== null) return show(deps, res, meeting, { state: blankForm(parsed.raw), warnings, status: 422 });
    const next = await postponeMeeting(deps, actor, { id: meeting.id, ...parsed.values }, whenPlanned);
    setFlash(req, t('scheduling.postpone.done'));
    res.redirect(303, meetingPaths.show({ id: next.id }));
  });

  return router;
}

async function postponable(deps: Deps, res: Response, id: string): Promise<Meeting> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.schedule(requestContext(res).actor, meeting.collaborativeId));
  if (meeting.status === 'draft') throw new NotFound();
  return meeting;
}

interface Shown {
  readonly state: FormState;
  readonly warnings?: Warnings;
  readonly status?: number;
}

async function show(deps: Deps, res: Response, meeting: Meeting, { state, warnings, status = 200 }: Shown): Promise<void> {
  mayPostpone(meeting);
  const { t } = requestContext(res);
  const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
  renderPage(res, 'meetings/postpone', postponeView(t, { meeting, collaborative, state, warnings: warnings ?? null }), status);
}
