export { onboardingRoutes } from './onboarding.routes';
export { onboardingPolicy } from './onboarding.policy';
export { onboardingPaths } from './onboarding.paths';
export { abandonPlan, beginPlan } from './plan.actions';
export { requiredTasksDone, type Plan, type PlanStatus } from './plan';
export { listReadyMemberships, planOf, type PlanOfMember } from './plan.queries';
export { onboardingReminders } from './onboarding.reminders';
export { completeTask, recordAttendance, recordCheck, repeatYearly, standIn, waiveTask } from './task.actions';
export { listTasks } from './task.queries';
