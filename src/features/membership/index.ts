export { moveToSeat, takeLeave } from './life.actions';
export { activateMembership, createPendingMembership, resign, type PendingMembership } from './membership.actions';
export {
  isListedOn,
  isStubTerm,
  mayBegin,
  standingOn,
  termsOverlap,
  votingMembers,
  type EndReason,
  type LiveStatus,
  type Member,
  type Membership,
  type MembershipStatus,
} from './membership';
export { membershipReminders } from './membership.reminders';
export { membershipPaths } from './membership.paths';
export { getMembership, insertMembership, saveMembership } from './membership.queries';
export { membershipPolicy } from './membership.policy';
export { membershipRoutes } from './membership.routes';
export { beginMemberships, endMemberships, moveLeaves } from './term.actions';
export { insertOffice, saveOfficeEnd } from './office.queries';
export { listMembers, listVotingMembers, memberRecipients, officerRecipients } from './roster.queries';
export { constituencies, termByRule, type Constituency, type Seat, type SeatStatus, type SeatWithHolder } from './seat';
export { getSeat, getSeatByCode, insertSeat, listAllSeats, listSeats } from './seat.queries';
export { shownName } from './shown-name.queries';
