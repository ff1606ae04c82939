export { againPurpose, leaveLink } from './interest.actions';
export type { StandingInterest } from './interest';
export { endInterests, getInterest, insertInterest, listInterestsIn, listInterestsOf } from './interest.queries';
export { interestPaths } from './interest.paths';
export { interestReminders } from './interest.reminders';
export { interestRoutes } from './interest.routes';
