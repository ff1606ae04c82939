export { commitmentStatuses, isLate, type CommitmentStatus } from './commitment';
export { moveCommitment } from './commitment.actions';
export { commitmentPaths } from './commitment.paths';
export { commitmentReminders } from './commitment.reminders';
export { commitmentRoutes } from './commitment.routes';
