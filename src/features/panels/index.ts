export { planAssignment, type AssignmentPlan, type FileToAssign, type ReviewerToAssign } from './assignment';
export { assignAllEvenly } from './assignment.actions';
export { copyPanels } from './copy.actions';
export { requestReview } from './lower-choice.actions';
export { panelsRoutes } from './panels.routes';
