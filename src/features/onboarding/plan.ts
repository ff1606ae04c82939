import { defineMachine } from '../../lib/state-machine';
import type { CalendarDate, Instant } from '../../lib/time';
import { isForMember, isLate, type Task } from './task';

export type PlanStatus = 'not_started' | 'in_progress' | 'complete' | 'abandoned';
export type PlanEvent = 'start' | 'complete' | 'reopen' | 'abandon';

export const planMachine = defineMachine<PlanStatus, PlanEvent>({
  not_started: { start: 'in_progress', abandon: 'abandoned' },
  in_progress: { complete: 'complete', abandon: 'abandoned' },
  complete: { reopen: 'in_progress', abandon: 'abandoned' },
  abandoned: {},
});

export interface Plan {
  readonly id: string;
  readonly membershipId: string;
  readonly templateId: string;
  readonly status: PlanStatus;
  readonly begunAt: Instant;
  readonly completedAt: Instant | null;
  readonly version: number;
}

type Gate = Pick<Task, 'isRequired' | 'status'>;

/** Whether the checklist lets the seat begin: every required step is done or waived. A checklist without steps lets nobody wait. */
export const requiredTasksDone = (tasks: readonly Gate[]): boolean => tasks.every((task) => !task.isRequired || task.status !== 'open');

/** The plan after a step was done or waived: started with the first, complete with the last required one. */
export function progress(plan: Plan, tasks: readonly Gate[], at: Instant): Plan {
  if (plan.status === 'complete') return plan;
  const started = plan.status === 'not_started' ? { ...plan, status: planMachine.next(plan.status, 'start') } : plan;
  if (!requiredTasksDone(tasks)) return started;
  return { ...started, status: planMachine.next(started.status, 'complete'), completedAt: at };
}

/** The plan after a required step was opened again. */
export const reopenPlan = (plan: Plan): Plan => ({ ...plan, status: planMachine.next(plan.status, 'reopen'), completedAt: null });

export interface Count {
  readonly done: number;
  readonly all: number;
}

export const countRequired = (tasks: readonly Gate[]): Count => {
  const required = tasks.filter(({ isRequired }) => isRequired);
  return { done: required.filter(({ status }) => status !== 'open').length, all: required.length };
};

/** What a plan is stuck on: a late required step before others, the member's before the staff's, then by place. */
export const stuckOn = <Step extends Task>(tasks: readonly Step[], today: CalendarDate): Step | undefined => {
  const rank = (task: Step): number => (isLate(task, today) ? 0 : 2) + (isForMember(task) ? 0 : 1);
  return tasks
    .filter(({ isRequired, status }) => isRequired && status === 'open')
    .sort((a, b) => rank(a) - rank(b) || a.place - b.place)[0];
};
