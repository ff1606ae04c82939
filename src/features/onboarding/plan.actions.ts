import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { localeCodes } from '../../i18n/locales';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { calledName, getPerson, recipientOf } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { getSeat, type Membership } from '../membership';
import { nudge, welcome, type About } from './onboarding.emails';
import { onboardingPolicy } from './onboarding.policy';
import { planMachine, type Plan } from './plan';
import { getPlan, insertPlan, planOf, savePlan, type PlanOfMember } from './plan.queries';
import { standardNumber, standardTasks } from './standard-tasks';
import { isForMember, newTask, type Task } from './task';
import { insertTasks, listTasks } from './task.queries';
import { findTemplate, insertStandardTemplate, type Template } from './template.queries';

/** Begins the checklist of somebody who accepted a seat and sends the welcome with its link. Once for each membership. */
export async function beginPlan(tx: Deps, actor: Actor | 'system', membership: Membership): Promise<void> {
  if ((await planOf(tx.db, membership.id)) !== undefined) return;
  const at = tx.clock.now();
  const template = await templateFor(tx, membership);
  const plan: Plan = {
    id: tx.newId(),
    membershipId: membership.id,
    templateId: template.id,
    status: 'not_started',
    begunAt: at,
    completedAt: null,
    version: 1,
  };
  await insertPlan(tx.db, plan);
  await insertTasks(tx.db, tasksOf(tx, plan, template, membership));
  const { collaborativeId } = membership;
  await recordEvent(tx, { action: 'onboarding.begun', actor, subject: { kind: 'onboarding_plan', id: plan.id }, collaborativeId });
  const to = recipientOf(await getPerson(tx.db, membership.personId));
  await queueEmail(tx, welcome(to, await aboutPlan(tx, { ...membership, id: plan.id }, to.locale)));
}

/** Closes the checklist of a seat that was not taken up. */
export async function abandonPlan(tx: Deps, actor: Actor | 'system', membership: Membership): Promise<void> {
  const plan = await planOf(tx.db, membership.id);
  if (plan === undefined || !planMachine.can(plan.status, 'abandon')) return;
  await savePlan(tx.db, { ...plan, status: planMachine.next(plan.status, 'abandon') });
  const { id, collaborativeId } = plan;
  await recordEvent(tx, { action: 'onboarding.abandoned', actor, subject: { kind: 'onboarding_plan', id }, collaborativeId });
}

interface Nudged {
  readonly name: string;
  /** False when there was one today already, or there is no address to write to. */
  readonly isSent: boolean;
}

/** Staff remind a member of what is left; at most once a day. */
export async function nudgeMember(deps: Deps, actor: Actor, planId: string): Promise<Nudged> {
  return inTransaction(deps, async (tx) => {
    const plan = await getPlan(tx.db, planId);
    conceal(onboardingPolicy.board(actor, plan.collaborativeId));
    authorize(onboardingPolicy.record(actor, plan));
    const person = await getPerson(tx.db, plan.personId);
    const to = recipientOf(person);
    const mail = nudge(to, await aboutPlan(tx, plan, to.locale), openForMember(await listTasks(tx.db, [planId])));
    const isSent = mail !== undefined && (await queueEmail(tx, mail));
    if (isSent) await recordNudge(tx, actor, plan);
    return { name: calledName(person), isSent };
  });
}

const recordNudge = (tx: Deps, actor: Actor, { id, collaborativeId }: PlanOfMember): Promise<void> =>
  recordEvent(tx, { action: 'onboarding.nudged', actor, subject: { kind: 'onboarding_plan', id }, collaborativeId });

/** What holds up the seat and is the member's to do. */
const openForMember = (tasks: readonly Task[]): Task[] =>
  tasks.filter((task) => task.isRequired && task.status === 'open' && isForMember(task));

async function templateFor(tx: Deps, membership: Membership): Promise<Template> {
  const seat = await getSeat(tx.db, membership.seatId);
  const found = await findTemplate(tx.db, seat);
  if (found !== undefined && !(found.isStandard && found.number < standardNumber)) return found;
  return insertStandardTemplate(tx, { number: standardNumber, tasks: standardTasks(tx.translate, localeCodes) });
}

function tasksOf(tx: Deps, plan: Plan, template: Template, membership: Membership): Task[] {
  const dates = { ...membership, acceptedOn: dateOf(plan.begunAt) };
  return template.tasks.map((task, index) => newTask(task, { id: tx.newId(), planId: plan.id, place: index + 1 }, dates));
}

/** What every mail about a checklist needs to know. */
export async function aboutPlan(tx: Deps, plan: About['plan'], locale: string): Promise<About> {
  const { name } = await getCollaborative(tx.db, plan.collaborativeId);
  return { t: tx.translate(locale), baseUrl: tx.baseUrl, collaborative: inLocale(name, locale), plan, today: dateOf(tx.clock.now()) };
}
