import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, IllegalTransition } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { getPerson, savePerson } from '../accounts';
import { optIn } from '../directory';
import { activateMembership, getMembership, mayBegin } from '../membership';
import { answersKept, personAfter, type FilledIn } from './fill-in';
import { onboardingPolicy } from './onboarding.policy';
import { progress, reopenPlan, requiredTasksDone } from './plan';
import { getPlan, savePlan, type PlanOfMember } from './plan.queries';
import { baseKey, finish, nextRound, reopen, waive, type Task, type TaskFile } from './task';
import { getTask, insertTasks, listTasks, listYearly, saveTask } from './task.queries';

interface Completion {
  readonly version: number;
  readonly values: FilledIn;
  readonly typedName?: string;
  readonly file?: TaskFile;
}

/** A member does one of their steps: signs, reads, fills in or brings a file. The seat begins with the last required one, when its term has begun. */
export async function completeTask(deps: Deps, actor: Actor, taskId: string, { version, ...given }: Completion): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.view(actor, plan));
    authorize(onboardingPolicy.complete(actor, plan, task));
    return finishWith(tx, actor, { task: { ...task, version }, plan }, given);
  });
}

/** Staff record that the member was there. */
export const recordAttendance = (
  deps: Deps,
  actor: Actor,
  taskId: string,
  { on, version }: { on: string; version: number },
): Promise<Task> => record(deps, actor, taskId, { version, kind: 'attend', answers: { on }, action: 'onboarding.attended' });

/** Staff record a check; of a clearance only the date until which it holds. */
export const recordCheck = (
  deps: Deps,
  actor: Actor,
  taskId: string,
  { until, version }: { until: string; version: number },
): Promise<Task> =>
  record(deps, actor, taskId, { version, kind: 'staff_check', answers: until === '' ? {} : { until }, action: 'onboarding.checked' });

/** Staff excuse a member from a step, with a reason the member sees. */
export async function waiveTask(
  deps: Deps,
  actor: Actor,
  taskId: string,
  { reason, version }: { reason: string; version: number },
): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.board(actor, plan.collaborativeId));
    authorize(onboardingPolicy.record(actor, plan));
    const waived = waive({ ...task, version }, { by: actor.id ?? '', at: tx.clock.now(), reason });
    return close(tx, actor, { task: waived, plan, action: 'onboarding.waived' });
  });
}

/** Staff enter a step for somebody without e-mail, as told or as signed on paper; who entered it stands there. */
export async function standIn(deps: Deps, actor: Actor, taskId: string, { version, ...given }: Completion): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.board(actor, plan.collaborativeId));
    authorize(onboardingPolicy.standIn(actor, plan, task));
    return finishWith(tx, actor, { task: { ...task, version }, plan }, { ...given, enteredBy: actor.id ?? '' });
  });
}

/** Staff open a step again that was done or excused by mistake, with a reason; not once the seat has begun on it. */
export async function reopenTask(
  deps: Deps,
  actor: Actor,
  taskId: string,
  { reason, version }: { reason: string; version: number },
): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.board(actor, plan.collaborativeId));
    authorize(onboardingPolicy.record(actor, plan));
    if (task.isRequired && plan.membershipStatus !== 'pending') throw new Conflict('onboarding.errors.hasBegun');
    const saved = await saveTask(tx.db, reopen({ ...task, version }));
    if (plan.status === 'complete' && task.isRequired) await savePlan(tx.db, reopenPlan(plan));
    const subject = { kind: 'onboarding_plan', id: plan.id };
    const after = { task: task.key, status: saved.status, reason };
    await recordEvent(tx, { action: 'onboarding.reopened', actor, subject, collaborativeId: plan.collaborativeId, after });
    return saved;
  });
}

/** Worker: a yearly step comes round a year after it was done, once, as a step of its own beside the old one, which is kept. */
export async function repeatYearly(deps: Deps): Promise<void> {
  const today = dateOf(deps.clock.now());
  const latest = new Map((await listYearly(deps.db)).map((task) => [`${task.planId} ${baseKey(task.key)}`, task]));
  for (const task of latest.values()) {
    const round = task.doneAt === null ? undefined : nextRound(task, dateOf(task.doneAt), today);
    if (round === undefined) continue;
    await inTransaction(deps, async (tx) => {
      const plan = await getPlan(tx.db, task.planId);
      const tasks = await listTasks(tx.db, [plan.id]);
      if (tasks.some(({ key }) => key === round.key)) return;
      const place = Math.max(...tasks.map((one) => one.place)) + 1;
      await insertTasks(tx.db, [{ ...reopen(task), ...round, id: tx.newId(), place, version: 1 }]);
      const subject = { kind: 'onboarding_plan', id: plan.id };
      const { collaborativeId } = plan;
      await recordEvent(tx, { action: 'onboarding.cameRound', actor: 'system', subject, collaborativeId, after: { task: round.key } });
    });
  }
}

interface Given {
  readonly values: FilledIn;
  readonly typedName?: string;
  readonly enteredBy?: string;
  readonly file?: TaskFile;
}

async function finishWith(tx: Deps, actor: Actor, { task, plan }: { task: Task; plan: PlanOfMember }, given: Given): Promise<Task> {
  const { values, ...more } = given;
  const person = await getPerson(tx.db, plan.personId);
  const finished = finish(task, {
    by: plan.personId,
    at: tx.clock.now(),
    answers: answersKept(baseKey(task.key), values),
    ...more,
  });
  const changed = personAfter(baseKey(task.key), person, values);
  if (changed !== undefined) await savePerson(tx.db, changed);
  if (baseKey(task.key) === 'directory')
    await optIn(tx, plan, values['directory'] === 'yes' ? { showsEmail: true, showsPhone: person.phone !== '' } : null);
  const done = more.enteredBy === undefined ? 'onboarding.finished' : 'onboarding.stoodIn';
  return close(tx, actor, { task: finished, plan, action: task.status === 'done' ? 'onboarding.changed' : done });
}

interface Recorded {
  readonly version: number;
  readonly kind: 'attend' | 'staff_check';
  readonly answers: FilledIn;
  readonly action: Action;
}

async function record(deps: Deps, actor: Actor, taskId: string, { version, kind, answers, action }: Recorded): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.board(actor, plan.collaborativeId));
    authorize(onboardingPolicy.record(actor, plan));
    conceal(task.kind === kind ? { allowed: true } : { allowed: false, reason: 'onboarding.errors.notHere' });
    const finished = finish({ ...task, version }, { by: actor.id ?? '', at: tx.clock.now(), answers });
    return close(tx, actor, { task: finished, plan, action });
  });
}

async function load(tx: Deps, taskId: string): Promise<{ task: Task; plan: PlanOfMember }> {
  const task = await getTask(tx.db, taskId);
  return { task, plan: await getPlan(tx.db, task.planId) };
}

/** Saves a step that is now done or waived, moves its plan, and begins the seat when nothing stands in its way. */
async function close(tx: Deps, actor: Actor, { task, plan, action }: { task: Task; plan: PlanOfMember; action: Action }): Promise<Task> {
  if (plan.status === 'abandoned') throw new IllegalTransition(plan.status, action);
  const saved = await saveTask(tx.db, task);
  const subject = { kind: 'onboarding_plan', id: plan.id };
  const { collaborativeId } = plan;
  await recordEvent(tx, {
    action,
    actor,
    subject,
    collaborativeId,
    after: {
      task: task.key,
      status: task.status,
      textVersion: task.textVersion,
      ...(task.file === null ? {} : { sha256: task.file.sha256 }),
    },
  });
  const tasks = await listTasks(tx.db, [plan.id]);
  const moved = progress(plan, tasks, tx.clock.now());
  if (moved.status !== plan.status) await savePlan(tx.db, moved);
  if (moved.status === 'complete' && plan.status !== 'complete')
    await recordEvent(tx, { action: 'onboarding.completed', actor, subject, collaborativeId });
  const membership = await getMembership(tx.db, plan.membershipId);
  if (mayBegin(membership, requiredTasksDone(tasks), dateOf(tx.clock.now()))) await activateMembership(tx, actor, membership);
  return saved;
}
