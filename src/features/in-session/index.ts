export type { ActionItem } from './action-item';
export { movementProblems, type AttendanceStatus } from './attendance';
export { inSessionRoutes } from './in-session.routes';
export {
  isAbout,
  isOnFloor,
  tally,
  voteChoices,
  type Motion,
  type MotionStatus,
  type MotionWithVotes,
  type Vote,
  type VoteChoice,
} from './motion';
export type { WhenCarried } from './motion.actions';
export { seemsPersonal } from './personal-data';
export { neededOf, presentNow, quorumOf, type MovementKind, type Presence, type Quorum, type QuorumSpan } from './quorum';
export { loadSession, sessionRecord, type Session, type SessionRecord } from './record.queries';
export { sessionPaths } from './session.paths';
export { checkInOpensAt, takesCheckIns, type CheckIn } from './check-in';
export { checkIn } from './check-in.actions';
export { listCheckIns } from './check-in.queries';
export { callRoll } from './attendance.actions';
export { moveGroup } from './consent.actions';
export { loadConsentGroup } from './consent.queries';
export { keepNote, setOutcome } from './item.actions';
export { makeMotion, voteOnMotion } from './motion.actions';
export type { CurrentItem } from './current-item';
export { takeUpItem } from './current-item.actions';
export { findCurrentItem } from './current-item.queries';
export { listMotions } from './motion.queries';
export type { ExceptionStatus, ExceptionWithVotes } from './exception';
export { putForward, voteOnException } from './exception.actions';
export { listExceptions } from './exception.queries';
export { exceptionRules, exceptionTag } from './exception.views';
export { wordsBefore } from './wording';
export { beforeLines, choiceText, motionTag, motionTones, movedText } from './motion.views';
export { quorumView, type QuorumView } from './quorum.views';
export { staysForMeeting } from './wakefulness.queries';
export { adjournMeeting, beginMeeting, meetingToRun } from './session.actions';
