export type { ActionItem } from './action-item';
export type { AttendanceStatus } from './attendance';
export { inSessionRoutes } from './in-session.routes';
export { tally, voteChoices, type Motion, type MotionStatus, type MotionWithVotes, type Vote, type VoteChoice } from './motion';
export type { WhenCarried } from './motion.actions';
export { seemsPersonal } from './personal-data';
export { neededOf, presentNow, quorumOf, type MovementKind, type Presence, type Quorum, type QuorumSpan } from './quorum';
export { sessionRecord, type SessionRecord } from './record.queries';
export { sessionPaths } from './session.paths';
