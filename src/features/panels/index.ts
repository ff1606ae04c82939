export { planAssignment, type AssignmentPlan, type FileToAssign, type ReviewerToAssign } from './assignment';
export { assignAllEvenly } from './assignment.actions';
export { copyPanels } from './copy.actions';
export { requestReview } from './lower-choice.actions';
export { type PassedOver } from './one-reader';
export { filesPassedOver, giveFiles, listReaders, type Reader } from './one-reader.actions';
export { reviewReminders } from './review.reminders';
export { panelsRoutes } from './panels.routes';
