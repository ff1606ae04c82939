import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import type { ReceivedFile } from '../../files/store';
import { NotFound } from '../../lib/errors';
import { listEvents } from '../../history/events.queries';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { sendDownload } from '../../web/downloads';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import { getPerson } from '../accounts';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { boardView } from './board.views';
import { onboardingPaths } from './onboarding.paths';
import { onboardingPolicy } from './onboarding.policy';
import { nudgeMember } from './plan.actions';
import { findOrientation, getPlan, listPlansToSeats } from './plan.queries';
import { planView } from './plan.views';
import { staffTaskView } from './staff-task.views';
import { packetRoutes } from './packet.routes';
import type { Task } from './task';
import { recordAttendance, recordCheck, reopenTask, standIn, waiveTask } from './task.actions';
import { readCompletion } from './task-file.actions';
import { parseAttendance, parseCheck, parseWaiver } from './task.form';
import { getTask, listTasks } from './task.queries';

/** The staff's board, a member's checklist on it, and what staff record. */
export function boardRoutes(deps: Deps): Router {
  const router = Router();
  const { board, plan, staffTask } = onboardingPaths;
  router.use([board.pattern, plan.pattern, staffTask.pattern], requireSignIn);
  router.get(onboardingPaths.board.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(onboardingPolicy.board(actor, collaborative.id));
    const plans = await listPlansToSeats(deps.reads, collaborative.id);
    const ids = plans.map(({ id }) => id);
    const tasks = await listTasks(deps.reads, ids);
    const people = plans.map((one) => ({ plan: one, tasks: tasks.filter(({ planId }) => planId === one.id) }));
    renderPage(res, 'onboarding/board', boardView(t, collaborative, people, dateOf(now)));
  });
  router.get(onboardingPaths.plan.pattern, (req, res) => showPlan(deps, req.params.id, res));
  router.post(onboardingPaths.nudge.pattern, (req, res) => nudgeOne(deps, req, res));
  router.get(onboardingPaths.staffTask.pattern, async (req, res) => {
    await showStaffTask(deps, res, { id: req.params.id });
  });
  recordRoutes(deps, router);
  router.post(onboardingPaths.reopening.pattern, async (req, res) => {
    await record(deps, req, res, parseWaiver(req.body), (values) => reopenTask(deps, requestContext(res).actor, req.params.id, values));
  });
  router.use(standInRoutes(deps), packetRoutes(deps));
  return router;
}

function recordRoutes(deps: Deps, router: Router): void {
  router.post(onboardingPaths.attendance.pattern, async (req, res) => {
    const form = parseAttendance(req.body, dateOf(requestContext(res).now));
    await record(deps, req, res, form, ({ on, version }) =>
      recordAttendance(deps, requestContext(res).actor, req.params.id, { on, version }),
    );
  });
  router.post(onboardingPaths.check.pattern, async (req, res) => {
    const form = parseCheck(req.body, dateOf(requestContext(res).now));
    await record(deps, req, res, form, ({ until, version }) =>
      recordCheck(deps, requestContext(res).actor, req.params.id, { until, version }),
    );
  });
  router.post(onboardingPaths.waiver.pattern, async (req, res) => {
    await record(deps, req, res, parseWaiver(req.body), (values) => waiveTask(deps, requestContext(res).actor, req.params.id, values));
  });
}

/** What staff enter for a member, and the files members brought. */
function standInRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);
  const enter = async (req: Request<{ id: string }>, res: Response, task: Task, file: ReceivedFile | null): Promise<void> => {
    const form = await readCompletion(deps, task, req.body, file);
    await record(deps, req, res, form, (values) => standIn(deps, requestContext(res).actor, task.id, values));
  };
  router.post(onboardingPaths.standIn.pattern, async (req, res) => {
    const task = await taskOfStaff(deps, res, req.params.id);
    if (req.is('multipart/form-data') === false) await enter(req, res, task, null);
    else await receive({ req: req as Request, res }, (file) => enter(req, res, task, file));
  });
  router.get(onboardingPaths.staffFile.pattern, async (req, res) => {
    const { file } = await taskOfStaff(deps, res, req.params.id);
    if (file === null) throw new NotFound();
    await sendDownload(deps, res, file);
  });
  return router;
}

async function taskOfStaff(deps: Deps, res: Response, id: string): Promise<Task> {
  const task = await getTask(deps.reads, id);
  const { collaborativeId } = await getPlan(deps.reads, task.planId);
  conceal(onboardingPolicy.board(requestContext(res).actor, collaborativeId));
  return task;
}

type Read<Values> = { readonly ok: true; readonly values: Values } | ({ readonly ok: false } & FormState);

async function record<Values>(
  deps: Deps,
  req: Request<{ id: string }>,
  res: Response,
  form: Read<Values>,
  act: (values: Values) => Promise<Task>,
): Promise<void> {
  if (!form.ok) {
    await showStaffTask(deps, res, { id: req.params.id, form }, 422);
    return;
  }
  const { planId, status, enteredBy } = await act(form.values);
  const { t } = requestContext(res);
  setFlash(req, enteredBy === null ? t(`onboarding.staffTask.${said[status]}`) : t('onboarding.staffTask.standInDone'));
  res.redirect(303, onboardingPaths.plan({ id: planId }));
}

const said = { open: 'reopened', done: 'recorded', waived: 'waived' } as const;

async function nudgeOne(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { name, isSent } = await nudgeMember(deps, actor, req.params.id);
  const { collaborativeId } = await getPlan(deps.db, req.params.id);
  const { slug } = await getCollaborative(deps.db, collaborativeId);
  setFlash(req, isSent ? t('onboarding.board.nudged', { name }) : t('onboarding.board.nudgedToday', { name }));
  res.redirect(303, onboardingPaths.board({ slug }));
}

async function showPlan(deps: Deps, id: string, res: Response): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const plan = await getPlan(deps.reads, id);
  conceal(onboardingPolicy.board(actor, plan.collaborativeId));
  const tasks = await listTasks(deps.reads, [id]);
  const person = await getPerson(deps.reads, plan.personId);
  const collaborative = await getCollaborative(deps.reads, plan.collaborativeId);
  const orientation = await findOrientation(deps.reads, plan.collaborativeId, now);
  const events = await listEvents(deps.reads, { kind: 'onboarding_plan', id });
  renderPage(res, 'onboarding/plan', planView(t, { plan, tasks, person, collaborative, orientation, events, today: dateOf(now) }));
}

async function showStaffTask(deps: Deps, res: Response, { id, form }: { id: string; form?: FormState }, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const task = await getTask(deps.reads, id);
  const plan = await getPlan(deps.reads, task.planId);
  conceal(onboardingPolicy.board(actor, plan.collaborativeId));
  const { slug } = await getCollaborative(deps.reads, plan.collaborativeId);
  const filled = form ?? blankForm({ on: dateOf(now) });
  renderPage(res, 'onboarding/staff-task', staffTaskView(t, { task, plan, slug, form: filled }), status);
}
