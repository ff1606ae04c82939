export { addWaitingApprovals, approveByMotion, askAgainForApprovals } from './approval.actions';
export { minutesMachine, type Minutes, type MinutesStatus } from './minutes';
export { minutesPaths } from './minutes.paths';
export { findApproval, minutesOf } from './minutes.queries';
export { minutesRoutes } from './minutes.routes';
export type { MinutesRecord } from './record';
export { circulateMinutes, compileMinutes } from './minutes.actions';
export { minutesStillDue, remindOfMinutes } from './reminder.actions';
