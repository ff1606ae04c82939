import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { IllegalTransition } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { getPerson, savePerson } from '../accounts';
import { activateMembership, getMembership, mayBegin } from '../membership';
import { answersKept, personAfter, type FilledIn } from './fill-in';
import { onboardingPolicy } from './onboarding.policy';
import { progress, requiredTasksDone } from './plan';
import { getPlan, savePlan, type PlanOfMember } from './plan.queries';
import { finish, waive, type Task } from './task';
import { getTask, listTasks, saveTask } from './task.queries';

interface Completion {
  readonly version: number;
  readonly values: FilledIn;
  readonly typedName?: string;
}

/** A member does one of their steps: signs, reads or fills in. The seat begins with the last required one, when its term has begun. */
export async function completeTask(deps: Deps, actor: Actor, taskId: string, { version, values, typedName }: Completion): Promise<Task> {
  return inTransaction(deps, async (tx) => {
    const { task, plan } = await load(tx, taskId);
    conceal(onboardingPolicy.view(actor, plan));
    authorize(onboardingPolicy.complete(actor, plan, task));
    const signature = typedName === undefined ? {} : { typedName };
    const finished = finish(
      { ...task, version },
      {
        by: plan.personId,
        at: tx.clock.now(),
        answers: answersKept(task.key, values),
        ...signature,
      },
    );
    const person = personAfter(task.key, await getPerson(tx.db, plan.personId), values);
    if (person !== undefined) await savePerson(tx.db, person);
    const action = task.status === 'done' ? 'onboarding.changed' : 'onboarding.finished';
    return close(tx, actor, { task: finished, plan, action });
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
    after: { task: task.key, status: task.status, textVersion: task.textVersion },
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
